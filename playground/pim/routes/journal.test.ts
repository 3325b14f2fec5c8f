import { expect, test } from 'vitest'
import { createJournal, type Exchange, type JournalEntry } from './journal.ts'

function exchange(id: string): Exchange {
  return {
    id,
    at: Date.UTC(2024, 4, 6),
    durationMs: 1,
    request: new Request('https://pim.example.com/', { headers: { accept: '*/*' } }),
    requestBody: new TextEncoder().encode('é'),
    response: new Response(null, { status: 201, headers: { allow: 'GET' } }),
    responseBody: ['{"a":', '1}'],
    checks: [],
  }
}

test('an exchange becomes an entry with its texts', () => {
  const journal = createJournal()
  journal.add(exchange('one'))
  expect(journal.entries()).toEqual([
    {
      id: 'one',
      at: '2024-05-06T00:00:00.000Z',
      durationMs: 1,
      request: {
        method: 'GET',
        url: 'https://pim.example.com/',
        headers: { accept: '*/*' },
        body: 'é',
      },
      response: { status: 201, headers: { allow: 'GET' }, body: '{"a":1}' },
      checks: [],
    },
  ])
})

test('a journal keeps the last ones, newest last, and no more than its size', () => {
  const journal = createJournal(3)
  for (const id of ['a', 'b', 'c', 'd', 'e']) journal.add(exchange(id))
  expect(journal.entries().map(({ id }) => id)).toEqual(['c', 'd', 'e'])
  journal.clear()
  expect(journal.entries()).toEqual([])
})

test('who listens is told of each exchange until it stops listening', () => {
  const journal = createJournal()
  const heard: JournalEntry[] = []
  const stop = journal.subscribe((entry) => heard.push(entry))
  journal.add(exchange('one'))
  stop()
  journal.add(exchange('two'))
  expect(heard.map(({ id }) => id)).toEqual(['one'])
  expect(journal.entries()[0]).toBe(heard[0])
})
