// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPim } from './watched-pim.ts'

let page: EventTarget & { visibilityState: string }
let unread: string
const channels: BroadcastChannel[] = []

function openChannel(): BroadcastChannel {
  const channel = new BroadcastChannel('watched-pim.test')
  channels.push(channel)
  return channel
}

function fetchPim(path: string): Promise<Response> {
  return Promise.resolve(new Response(path.endsWith('count_unread') ? unread : '{}'))
}

function open() {
  const told = vi.fn()
  const pim = watchPim(fetchPim, openChannel())
  pim.changes(told)
  return { pim, told }
}

beforeEach(() => {
  unread = '0'
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a write is told to this page and to the other tabs, a read and a refusal to nobody', async () => {
  const first = open()
  const second = open()
  await first.pim.fetch('/rest/connections', { method: 'POST' })
  expect(first.told).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(second.told).toHaveBeenCalledTimes(1))
  await first.pim.fetch('/rest/connections')
  const refusing = watchPim(
    () => Promise.resolve(new Response(null, { status: 422 })),
    openChannel(),
  )
  await refusing.fetch('/rest/connections', { method: 'POST' })
  await first.pim.fetch('/rest/roles/1/acls', { method: 'PUT' })
  await vi.waitFor(() => expect(second.told).toHaveBeenCalledTimes(2))
  expect(first.told).toHaveBeenCalledTimes(2)
})

test('coming back to the page counts as a change, leaving it does not', () => {
  const { told } = open()
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  expect(told).not.toHaveBeenCalled()
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  window.dispatchEvent(new Event('focus'))
  expect(told).toHaveBeenCalledTimes(2)
})

test('what the bell finds new is a change; it does not ring for a page that nobody sees', async () => {
  const { told } = open()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).not.toHaveBeenCalled()
  unread = '1'
  page.visibilityState = 'hidden'
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).not.toHaveBeenCalled()
  page.visibilityState = 'visible'
  await vi.advanceTimersByTimeAsync(30_000)
  expect(told).toHaveBeenCalledTimes(1)
})
