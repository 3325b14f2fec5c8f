import { expect, test } from 'vitest'
import { destinationOf, readTypedAddress } from './addresses.ts'

const places = { pimUrl: 'https://my-pim.example.com', appUrl: 'http://localhost:8000' }

test('an address leads to a screen, the PIM, the app, or out of reach', () => {
  const kinds = [
    'https://my-pim.example.com/#/connect/app-store',
    'https://my-pim.example.com/',
    'https://my-pim.example.com/connect/apps/v1/authorize',
    'http://localhost:8000/activate',
    'https://my-pim.example.com:8443/',
    'mailto:somebody@example.org',
  ].map((url) => destinationOf(url, places))
  expect(kinds).toEqual([
    { kind: 'pim-screen', address: '/connect/app-store' },
    { kind: 'pim-screen', address: '/' },
    { kind: 'pim' },
    { kind: 'app' },
    { kind: 'elsewhere', host: 'my-pim.example.com:8443' },
    { kind: 'elsewhere', host: 'mailto:somebody@example.org' },
  ])
})

test('what somebody types becomes an address', () => {
  const typed = {
    '#/connect/app-store': 'https://my-pim.example.com/#/connect/app-store',
    '/connect/apps/v1/authorize': 'https://my-pim.example.com/connect/apps/v1/authorize',
    'localhost:8000/activate': 'http://localhost:8000/activate',
    ' www.example.org ': 'https://www.example.org/',
    'http://localhost:8000': 'http://localhost:8000/',
  }
  for (const [text, url] of Object.entries(typed)) expect(readTypedAddress(text, places)).toBe(url)
})

test('what cannot be an address is none', () => {
  for (const text of ['', '  ', 'two words', 'https://', '::']) {
    expect(readTypedAddress(text, places), text).toBeUndefined()
  }
})
