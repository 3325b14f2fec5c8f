import { expect, test } from 'vitest'
import type { JournalEntry } from '../pim/index.ts'
import { createFlowJournal } from './flow-journal.ts'

const pim = 'https://my-pim.example.com'

function open() {
  const listeners = new Set<(entry: JournalEntry) => void>()
  const journal = createFlowJournal({
    pim: {
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    onChange: () => {},
    now: () => 1_000,
  })
  const tell = (method: string, path: string, checks: JournalEntry['checks'] = []) => {
    const request = { method, url: pim + path, headers: {}, body: '' }
    const response = { status: 200, headers: {}, body: '' }
    const entry = {
      id: 'x',
      at: '2024-01-01T00:00:00.000Z',
      durationMs: 1,
      request,
      response,
      checks,
    }
    for (const listener of listeners) listener(entry)
  }
  return { journal, tell, listeners }
}

const authorize = {
  method: 'GET',
  url: `${pim}/connect/apps/v1/authorize?state=1`,
  headers: {},
  body: '',
}
const check = { id: 'client_id', ok: true, because: 'The app exists' }

test('an exchange is there from its beginning and gets its response', () => {
  const { journal } = open()
  const exchange = journal.begin({ from: 'browser', to: 'pim', request: authorize })
  expect(journal.exchanges()).toMatchObject([
    { id: exchange.id, title: 'Ask for authorizations', part: 'flow', checks: [] },
  ])
  exchange.finish({ status: 302, headers: {}, body: '' })
  expect(journal.exchanges()[0]?.response?.status).toBe(302)
})

test('what was begun here is part of the flow, wherever it leads', () => {
  const { journal } = open()
  const request = { ...authorize, url: `${pim}/connect/apps/v1/authorise` }
  journal.begin({ from: 'browser', to: 'pim', request, title: 'Ask for authorizations' })
  expect(journal.exchanges()).toMatchObject([{ title: 'Ask for authorizations', part: 'flow' }])
})

test("the PIM's entry of the same request gives its reasons and adds no arrow", () => {
  const { journal, tell } = open()
  const exchange = journal.begin({ from: 'browser', to: 'pim', request: authorize })
  tell('GET', '/connect/apps/v1/authorize?state=1', [check])
  exchange.finish({ status: 302, headers: {}, body: '' })
  expect(journal.exchanges()).toHaveLength(1)
  expect(journal.exchanges()[0]?.checks).toEqual([check])
})

test('of two equal requests each gets the reasons of its own answer', () => {
  const { journal, tell } = open()
  journal.begin({ from: 'browser', to: 'pim', request: authorize })
  journal.begin({ from: 'browser', to: 'pim', request: authorize })
  tell('GET', '/connect/apps/v1/authorize?state=1', [check])
  tell('GET', '/connect/apps/v1/authorize?state=1', [{ ...check, ok: false }])
  expect(journal.exchanges().map(({ checks }) => checks[0]?.ok)).toEqual([true, false])
})

test("a call that nobody began is one of the PIM's screens", () => {
  const { journal, tell } = open()
  tell('GET', '/rest/roles')
  tell('POST', '/rest/custom-apps', [check])
  expect(journal.exchanges()).toMatchObject([
    { from: 'browser', to: 'pim', title: 'GET /rest/roles', part: 'screens' },
    { title: 'Create a custom app', part: 'flow', checks: [check] },
  ])
})

test('a finished exchange does not take the entry of a later call', () => {
  const { journal, tell } = open()
  const exchange = journal.begin({ from: 'browser', to: 'pim', request: authorize })
  exchange.finish({ status: 302, headers: {}, body: '' })
  tell('GET', '/connect/apps/v1/authorize?state=1', [check])
  expect(journal.exchanges()).toHaveLength(2)
})

test('a failure is kept with its reason', () => {
  const { journal } = open()
  const request = { ...authorize, url: 'http://localhost:8000/activate?pim_url=x' }
  journal.begin({ from: 'browser', to: 'app', request }).fail('The app is not running')
  expect(journal.exchanges()).toMatchObject([
    { title: 'Activate the app', failure: 'The app is not running' },
  ])
})

test('clearing keeps what is under way, and stopping hears no more of the PIM', () => {
  const { journal, tell, listeners } = open()
  tell('GET', '/rest/roles')
  journal.begin({ from: 'browser', to: 'pim', request: authorize })
  journal.clear()
  expect(journal.exchanges()).toHaveLength(1)
  journal.stop()
  expect(listeners.size).toBe(0)
})
