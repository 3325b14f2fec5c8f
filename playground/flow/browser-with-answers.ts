import type { HttpRequest, HttpResponse } from './exchange.ts'
import { createFlowJournal } from './flow-journal.ts'
import { createNetwork } from './network.ts'
import { createStepper } from './stepper.ts'
import { createVirtualBrowser } from './virtual-browser.ts'

// What the tests of the virtual browser have in common.

export const pimUrl = 'https://my-pim.example.com'
export const appUrl = 'http://localhost:8000'

type Answer = (request: HttpRequest) => Partial<HttpResponse> | Promise<Partial<HttpResponse>>

/** A browser whose PIM and app answer as they are told, and what is sent to them. */
export function openBrowser(answers: { pim?: Answer; app?: Answer } = {}) {
  const sent: HttpRequest[] = []
  const stepper = createStepper(() => {})
  const journal = createFlowJournal({ pim: { subscribe: () => () => {} }, onChange: () => {} })
  const answer = (name: 'pim' | 'app') => async (request: HttpRequest) => {
    sent.push(request)
    return { status: 200, headers: {}, body: '', ...(await answers[name]?.(request)) }
  }
  const network = createNetwork({
    journal,
    stepper,
    receivers: { pim: answer('pim'), app: answer('app') },
  })
  const browser = createVirtualBrowser({ pimUrl, appUrl, network, onChange: () => {} })
  const first = browser.tabs()[0]!.id
  const shown = () => browser.tabs().find(({ id }) => id === browser.activeId())!
  return { browser, stepper, journal, sent, first, shown }
}

export const html = (body: string) => ({ headers: { 'content-type': 'text/html' }, body })
export const redirect = (location: string, status = 302) => ({
  status,
  headers: { Location: location },
})
