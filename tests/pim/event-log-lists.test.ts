import { expect, test } from 'vitest'
import { startTime } from './build-pim.ts'
import { buildListening, change, logSearch, logsOf, ownEvent } from './listening.ts'

const download = '/rest/events-api-debug/download-event-subscription-logs'
const hour = 60 * 60 * 1000

test('[B.4] GET /rest/events-api-debug/search-event-subscription-logs gives 25 at a time, newest first, and goes on from a cursor', async () => {
  const { pim, token } = await buildListening()
  for (let number = 0; number < 30; number += 1) {
    pim.wait(1000)
    await change(pim, token, `lamp-${number}`)
  }
  const first = await logsOf(pim)
  expect(first.total).toBe(30)
  expect(first.results).toHaveLength(25)
  expect(first.results[0]?.timestamp).toBe(startTime / 1000 + 30)
  const second = await logsOf(pim, 'fernwood_erp', { search_after: first.search_after })
  expect(second.results.map(({ timestamp }) => timestamp - startTime / 1000)).toEqual([
    5, 4, 3, 2, 1,
  ])
  const third = await logsOf(pim, 'fernwood_erp', { search_after: second.search_after })
  expect(third).toMatchObject({ results: [], total: 30, search_after: second.search_after })
  const wrong = await pim.screen('GET', `${logSearch}?connection_code=fernwood_erp&search_after=x`)
  expect(wrong.status).toBe(400)
})

test.each([
  [{ levels: ['notice'] }, 1],
  [{ levels: ['error', 'notice'] }, 3],
  [{ levels: [] }, 0],
  [{ text: 'LAMP-2 endpoint' }, 1],
  [{ text: 'nothing like it' }, 0],
  [{ timestamp_from: startTime / 1000 + 2 }, 1],
  [{ timestamp_to: startTime / 1000 + 1 }, 2],
  [{ timestamp_from: null, timestamp_to: null, text: '' }, 3],
  ['no JSON', 3],
  [[], 3],
])('with the filters %j %i lines are found', async (filters, total) => {
  const { pim, token } = await buildListening()
  pim.wait(1000)
  await change(pim, token, 'lamp-1')
  pim.wait(1000)
  await change(pim, token, 'lamp-2')
  const scenario = await pim.dump()
  const own = {
    id: 'own',
    connectionCode: 'fernwood_erp',
    at: startTime,
    level: 'notice',
    message: ownEvent,
    context: {},
  }
  const eventLogs = [own, ...scenario.eventLogs]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, eventLogs } })
  const text = typeof filters === 'string' ? filters : JSON.stringify(filters)
  expect((await logsOf(pim, 'fernwood_erp', { filters: text })).total).toBe(total)
})

test('errors and warnings are shown for 72 hours, of notices and infos the last 100', async () => {
  const { pim, token } = await buildListening()
  const scenario = await pim.dump()
  const line = (id: string, level: string, at: number) => ({
    id,
    connectionCode: 'fernwood_erp',
    at,
    level,
    message: 'Some',
    context: {},
  })
  const eventLogs = [
    line('too old', 'warning', startTime - 72 * hour - 1),
    line('old', 'error', startTime - 72 * hour),
    ...Array.from({ length: 101 }, (_, index) => line(`i${index}`, 'info', index)),
  ]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, eventLogs } })
  expect((await logsOf(pim)).total).toBe(101)
  expect((await pim.dump()).eventLogs).toHaveLength(103)
  await change(pim, token, 'a-lamp')
  const kept = (await pim.dump()).eventLogs.map(({ id }) => id)
  expect(kept).toHaveLength(102)
  expect(kept).not.toContain('too old')
  expect(kept).not.toContain('i0')
})

test('[B.4] GET /rest/events-api-debug/download-event-subscription-logs is a text file, a line a log, as PHP writes JSON', async () => {
  const { pim, token } = await buildListening()
  await change(pim, token, 'lämpchen')
  const response = await pim.send(`${download}?connection_code=fernwood_erp`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename=events_api_logs_20240506_120000.txt',
  )
  const text = await response.text()
  expect(text).toMatch(
    /^2024\/05\/06 12:00:00 ERROR The endpoint failed to answer under 500 ms\. \{.*\}\n$/,
  )
  expect(text).toContain(String.raw`"event_subscription_url":"https:\/\/hooks.example.com\/events"`)
  expect(text).toContain(String.raw`"product_identifier":"l\u00e4mpchen"`)
  expect(await (await pim.send(download)).text()).toBe('')
})

test('the logs need the right to manage connections, and the list is for screens only', async () => {
  const { pim } = await buildListening()
  expect((await pim.send(logSearch)).status).toBe(403)
  await pim.signIn('noor')
  expect((await pim.screen('GET', `${logSearch}?connection_code=fernwood_erp`)).status).toBe(403)
  expect((await pim.send(`${download}?connection_code=fernwood_erp`)).status).toBe(403)
})
