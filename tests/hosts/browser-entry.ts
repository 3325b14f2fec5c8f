import { openBrowserPim } from '../../playground/hosts/browser/index.ts'
import { deterministic } from './deterministic.ts'
import { toAnswer, type Answer, type Sent } from './conversation/talk.ts'

// Bundled into a page by the test: a PIM in the browser, and the ways in which it is reached.

declare global {
  var openPim: (url: string) => Promise<string>
  var sendToPim: (url: string, how: 'fetch' | 'navigate', sent: Sent) => Promise<Answer>
}

globalThis.openPim = async (url) =>
  (await openBrowserPim({ url, environment: deterministic() })).intercept()

globalThis.sendToPim = async (url, how, sent) => {
  const pim = await openBrowserPim()
  const init: RequestInit = {
    method: sent.method,
    headers: sent.headers,
    redirect: 'manual',
    ...(sent.body !== undefined && { body: sent.body }),
  }
  const response =
    how === 'fetch'
      ? await pim.fetch(sent.path, init)
      : await pim.navigate(new Request(url + sent.path, init))
  return toAnswer(response)
}
