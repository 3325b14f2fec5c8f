import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import type { SearchEngine } from '../search/engine.ts'
import { useSearch } from './search.ts'

let scope: EffectScope

beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function use(load: () => Promise<SearchEngine>) {
  const search = scope.run(() => useSearch('/', load))
  if (!search) throw new Error('The scope has ended')
  return search
}

async function type(search: ReturnType<typeof useSearch>, text: string): Promise<void> {
  search.typed.value = text
  await nextTick()
  await vi.advanceTimersByTimeAsync(200)
}

describe('the search of the dialog', () => {
  test('says that there is no index where none can be loaded', async () => {
    const search = use(() => Promise.reject(new TypeError('Failed to fetch')))
    await type(search, 'token')
    expect(search.state.value).toBe('missing')
  })

  test('keeps the answer to the last query, however late an earlier one comes', async () => {
    const answers = new Map<string, () => void>()
    const search = use(() =>
      Promise.resolve({
        search: (words) =>
          new Promise((resolve) => {
            const page = {
              id: words,
              score: 1,
              data: () =>
                Promise.resolve({
                  url: `/${words}`,
                  meta: { title: words },
                  excerpt: '',
                  filters: {},
                  sub_results: [],
                }),
            }
            answers.set(words, () => resolve({ results: [page, page, page] }))
          }),
      }),
    )
    await type(search, 'first')
    await type(search, 'second')
    answers.get('second')?.()
    await vi.waitFor(() => expect(search.state.value).toBe('found'))
    answers.get('first')?.()
    await vi.advanceTimersByTimeAsync(10)
    expect(search.groups.value[0]?.hits[0]?.title).toBe('second')
  })

  test('is idle again when the field is emptied', async () => {
    const search = use(() => Promise.resolve({ search: () => Promise.resolve({ results: [] }) }))
    await type(search, 'token')
    expect(search.state.value).toBe('found')
    await type(search, ' ')
    expect(search.state.value).toBe('idle')
    expect(search.groups.value).toEqual([])
  })
})
