import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The module as a page loads it, with its own state. */
async function load(options: { search?: string; stored?: string } | null) {
  if (options) {
    const events = new EventTarget()
    const stored = new Map(options.stored === undefined ? [] : [['era', options.stored]])
    vi.stubGlobal('window', {
      location: { search: options.search ?? '' },
      localStorage: {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => void stored.set(key, value),
      },
      addEventListener: events.addEventListener.bind(events),
    })
    const comeBack = () =>
      events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    return { ...(await import('./era.ts')), stored, comeBack }
  }
  const nothing = new Map<string, string>()
  return { ...(await import('./era.ts')), stored: nothing, comeBack: () => false }
}

it('is the newest wording on a server, whatever is asked', async () => {
  const { useEra } = await load(null)
  const { era, setEra } = useEra()
  setEra('apps-2019')
  expect(era.value).toBe('today')
})

it('takes what the address asks for over what is remembered', async () => {
  const { useEra } = await load({ search: '?era=apps-2019', stored: 'connections-2020' })
  expect(useEra().era.value).toBe('apps-2019')
})

it('remembers what was chosen, and everybody follows', async () => {
  const { useEra, stored } = await load({ stored: 'connections-2020' })
  const reader = useEra()
  expect(reader.era.value).toBe('connections-2020')
  useEra().setEra('test-apps-2022')
  expect(reader.era.value).toBe('test-apps-2022')
  expect(stored.get('era')).toBe('test-apps-2022')
})

it('is the newest wording where the address asks for one that there is not', async () => {
  const { useEra, stored } = await load({ search: '?era=1999', stored: 'apps-2019' })
  expect(useEra().era.value).toBe('today')
  expect(stored.get('era')).toBe('apps-2019')
})

it('shows a wording without remembering it', async () => {
  const { useEra, showEra, stored } = await load({ search: '?era=today', stored: 'apps-2019' })
  showEra('connections-2020')
  expect(useEra().era.value).toBe('connections-2020')
  expect(stored.get('era')).toBe('apps-2019')
})

it('does not follow a word that names no era', async () => {
  const { useEra } = await load({ search: '?era=constructor', stored: '1999' })
  expect(useEra().era.value).toBe('today')
})

it('takes what was chosen on another page when the browser brings this one back', async () => {
  const { useEra, stored, comeBack } = await load({ stored: 'connections-2020' })
  const { era } = useEra()
  stored.set('era', 'test-apps-2022')
  comeBack()
  expect(era.value).toBe('test-apps-2022')
})

it('keeps what it shows by itself when the browser brings it back and nothing else was chosen', async () => {
  const { showEra, useEra, comeBack } = await load({ stored: 'connections-2020' })
  showEra('apps-2019')
  comeBack()
  expect(useEra().era.value).toBe('apps-2019')
})
