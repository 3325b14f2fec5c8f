import { expect, test } from 'vitest'
import { createMemoryDriver, createPim, defaultScenario } from '../../playground/pim/index.ts'
import { buildPim, pimUrl, type BuiltPim } from './build-pim.ts'

async function put(pim: BuiltPim, path: string, body: unknown): Promise<Response> {
  const response = await pim.api('PUT', path, { body })
  expect(response.headers.get('content-type')).toBe('application/json')
  return response
}

test('what GET /_control/scenario gives, PUT takes back without a change', async () => {
  const pim = buildPim()
  const draft = { code: 'harbour_pos', label: 'Harbour', flow_type: 'other' }
  await pim.screen('POST', '/rest/connections', draft)
  await pim.screen('DELETE', '/rest/connections/fernwood_erp')
  const text = await (await pim.send('/_control/scenario')).text()
  expect((await put(pim, '/_control/scenario', text)).status).toBe(200)
  expect(await (await pim.send('/_control/scenario')).text()).toBe(text)
  const other = buildPim()
  await put(other, '/_control/scenario', text)
  expect(await (await other.send('/_control/scenario')).text()).toBe(text)
})

test('PUT /_control/scenario keeps the order of the records', async () => {
  const pim = buildPim()
  const scenario = await pim.dump()
  const turned = { ...scenario, connections: scenario.connections.toReversed() }
  await put(pim, '/_control/scenario', turned)
  expect(await pim.dump()).toEqual(turned)
})

test('PUT /_control/scenario with a prototype key answers 422', async () => {
  const pim = buildPim()
  const text = JSON.stringify(await pim.dump()).replace('{', '{"__proto__":{"era":"today"},')
  const response = await put(pim, '/_control/scenario', text)
  expect(await response.json()).toMatchObject({ code: 422, pointer: '/__proto__' })
})

test.each(['{', '', '\0', '[', 'undefined'])(
  'PUT /_control/scenario with the body %j answers 400',
  async (body) => {
    const response = await put(buildPim(), '/_control/scenario', body)
    expect(response.status).toBe(400)
  },
)

test.each([null, [], '"text"', 7])('PUT /_control/scenario with %j answers 422', async (body) => {
  const response = await put(buildPim(), '/_control/scenario', body)
  expect(await response.json()).toMatchObject({ code: 422, pointer: '' })
})

test('a PIM cannot be made of what is no scenario', () => {
  const scenario = { ...defaultScenario, session: 'nobody' }
  const make = () => createPim({ url: pimUrl, driver: createMemoryDriver(), scenario })
  expect(make).toThrow(
    new TypeError('The scenario at /session: There is no such user of the screens'),
  )
})
