import { expect, test } from 'vitest'
import { createCall } from './call.ts'
import { createEventLogsApi } from './event-logs.ts'

function openApi(answer: unknown) {
  const asked: string[] = []
  const api = createEventLogsApi(
    createCall((path) => {
      asked.push(path)
      return Promise.resolve(Response.json(answer))
    }),
  )
  return { api, asked }
}

const none = { results: [], search_after: '', total: 0 }

test('a filter goes out as the screens of the PIM send it, in seconds, without what is left open', async () => {
  const { api, asked } = openApi(none)
  const levels = ['error', 'warning'] as const
  await api.search('fernwood_erp', { text: ' sofa ', levels, from: 90_500, to: null })
  await api.search('fernwood_erp', { text: '', levels, from: null, to: null }, 'id-25')
  const queries = asked.map((path) => new URL(path, 'http://pim').searchParams)
  expect(JSON.parse(queries[0]?.get('filters') ?? '')).toEqual({
    levels: ['error', 'warning'],
    text: 'sofa',
    timestamp_from: 90,
  })
  expect(JSON.parse(queries[1]?.get('filters') ?? '')).toEqual({ levels: ['error', 'warning'] })
  expect(queries.map((query) => query.get('search_after'))).toEqual([null, 'id-25'])
})

test('a page of logs is read, and one of another shape is a failure', async () => {
  const log = { timestamp: 90, level: 'error', message: 'No answer.', context: { events: [] } }
  const { api } = openApi({ results: [log], search_after: 'id-1', total: 1 })
  const filter = { text: '', levels: [], from: null, to: null }
  expect(await api.search('fernwood_erp', filter)).toEqual({
    ok: true,
    value: {
      logs: [{ at: 90_000, level: 'error', message: 'No answer.', context: { events: [] } }],
      next: 'id-1',
      total: 1,
    },
  })
  const other = openApi({ results: [{ ...log, level: 'loud' }], search_after: '', total: 1 })
  expect(await other.api.search('fernwood_erp', filter)).toMatchObject({ reason: 'failed' })
})
