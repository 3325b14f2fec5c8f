import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from './exchange.ts'
import { createFlowJournal } from './flow-journal.ts'
import { createNetwork } from './network.ts'
import { createStepper } from './stepper.ts'
import { createTimeTravel } from './time-travel.ts'
import { createVirtualBrowser } from './virtual-browser.ts'

const pimUrl = 'https://my-pim.example.com'
const appUrl = 'http://localhost:8000'
const tokenUrl = `${pimUrl}/connect/apps/v1/oauth2/token`

/** A PIM whose state is the text of the last request that it did not refuse. */
function open() {
  let state = 'start'
  const stepper = createStepper(() => {})
  const journal = createFlowJournal({ pim: { subscribe: () => () => {} }, onChange: () => {} })
  const travel = createTimeTravel({
    readState: async () => state,
    writeState: async (text) => void (state = text),
    journal,
    browser: () => browser,
  })
  const pim = async ({ body }: HttpRequest): Promise<HttpResponse> => {
    state = `changed by ${body}`
    return { status: body === 'wrong' ? 400 : 200, headers: {}, body }
  }
  const app = async (): Promise<HttpResponse> => ({
    status: 200,
    headers: { 'content-type': 'text/html', 'set-cookie': 'seen=yes' },
    body: 'hello',
  })
  const network = createNetwork({ journal, stepper, travel, receivers: { pim, app } })
  const browser = createVirtualBrowser({ pimUrl, appUrl, network, onChange: () => {} })
  const ask = (body: string) =>
    network.send({
      from: 'app',
      to: 'pim',
      request: { method: 'POST', url: tokenUrl, headers: {}, body },
    })
  return { ask, stepper, journal, travel, browser, state: () => state }
}

test('a refusal is undone: the state is as before, the sender still waits, the hop can be sent anew', async () => {
  const { ask, stepper, journal, state } = open()
  stepper.setMode('step')
  const answer = ask('right')
  const { request } = stepper.pending()!
  stepper.send({ ...request, body: 'wrong' })
  await expect.poll(() => stepper.pending()?.refusal?.status).toBe(400)
  expect(state()).toBe('changed by wrong')
  expect(journal.exchanges()).toHaveLength(1)

  stepper.again()
  await expect.poll(() => stepper.pending()?.refusal).toBeUndefined()
  await expect.poll(() => stepper.pending()?.request.body).toBe('right')
  expect(state()).toBe('start')
  expect(journal.exchanges()).toEqual([])

  stepper.send()
  expect((await answer).status).toBe(200)
  expect(state()).toBe('changed by right')
})

test('a refusal that is passed on reaches the sender', async () => {
  const { ask, stepper, state } = open()
  stepper.setMode('step')
  const answer = ask('wrong')
  stepper.send()
  await expect.poll(() => stepper.pending()?.refusal?.status).toBe(400)
  stepper.send()
  expect((await answer).status).toBe(400)
  expect(state()).toBe('changed by wrong')
})

test('going back brings back state, tabs and cookies, and forgets what came later', async () => {
  const { ask, journal, travel, browser, state } = open()
  await ask('one')
  const tab = browser.tabs()[0]!
  await browser.navigate(tab.id, { url: `${appUrl}/` })
  await ask('two')
  await browser.navigate(tab.id, { url: `${appUrl}/second` })
  const [first, visit, second, last] = journal.exchanges()
  expect(last?.request.headers['cookie']).toBe('seen=yes')
  expect(state()).toBe('changed by two')

  await travel.goBackBefore(second!.id)
  expect(state()).toBe('changed by one')
  expect(journal.exchanges()).toEqual([first, visit])
  expect(browser.tabs()[0]?.url).toBe(`${appUrl}/`)

  await travel.goBackBefore(visit!.id)
  expect(browser.tabs()[0]?.view).toEqual(tab.view)
  await browser.navigate(tab.id, { url: `${appUrl}/` })
  expect(journal.exchanges().at(-1)?.request.headers['cookie']).toBeUndefined()
})

test('without a memory of it there is no way back', async () => {
  const { ask, journal, travel, state } = open()
  await ask('one')
  const [first] = journal.exchanges()
  expect(travel.canGoBack(first!)).toBe(true)
  travel.forget()
  expect(travel.canGoBack(first!)).toBe(false)
  await travel.goBackBefore(first!.id)
  expect(state()).toBe('changed by one')
  expect(journal.exchanges()).toHaveLength(1)
})
