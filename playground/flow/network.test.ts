import { expect, test } from 'vitest'
import { createMemoryDriver, createPim } from '../pim/index.ts'
import { createFlowJournal } from './flow-journal.ts'
import { createNetwork, fromWebResponse, toWebRequest } from './network.ts'
import { createStepper } from './stepper.ts'

const url = 'https://my-pim.example.com'
const token = `${url}/connect/apps/v1/oauth2/token`

function open() {
  const pim = createPim({ url, driver: createMemoryDriver() })
  const journal = createFlowJournal({ pim: pim.journal, onChange: () => {} })
  const network = createNetwork({
    journal,
    stepper: createStepper(() => {}),
    receivers: {
      pim: async (request) => fromWebResponse(await pim.fetch(toWebRequest(request))),
      app: () => Promise.reject(new Error('The app does not run')),
    },
  })
  return { journal, network }
}

// As somebody may write them into a held hop.
test.each([
  ['GET', `${url}/connect/apps/v1/authorize?client_id=two words`, ''],
  ['GET', `${url}/connect/apps/v1/authorize?client_id=é`, ''],
  ['GET', 'https://MY-PIM.example.com:443/connect/./apps/v1/authorize', ''],
  ['GET', token, 'client_id=x'],
  ['POST', token, 'client_id=\ud800'],
  ['POST', token, '\ufeffclient_id=x'],
])('%s %s with the body %j is one exchange, with its reasons', async (method, address, body) => {
  const { journal, network } = open()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = { method, url: address, headers, body }
  await network.send({ from: 'browser', to: 'pim', request })
  const [exchange, ...more] = journal.exchanges()
  expect(more).toEqual([])
  expect(exchange?.checks.some(({ ok }) => !ok)).toBe(true)
})

test('a request without a content type has none', async () => {
  const { journal, network } = open()
  const request = { method: 'POST', url: token, headers: {}, body: 'client_id=x' }
  await network.send({ from: 'app', to: 'pim', request })
  expect(journal.exchanges()[0]?.checks[0]?.because).toContain('no Content-Type')
})
