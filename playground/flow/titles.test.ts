import { expect, test } from 'vitest'
import { partOf } from './titles.ts'

const list = 'https://my-pim.example.com/api/rest/v1/products?limit=100'
const activate = 'https://my-pim.example.com/rest/apps/activate/client'

test.each([
  ['a call of the API', 'browser', list, {}, 'flow'],
  [
    'what a page looks up to fill a form',
    'browser',
    list,
    { 'X-Requested-With': 'XMLHttpRequest' },
    'screens',
  ],
  ['the same sent by the app', 'app', list, { 'X-Requested-With': 'XMLHttpRequest' }, 'flow'],
  [
    'a step that a screen takes',
    'browser',
    activate,
    { 'X-Requested-With': 'XMLHttpRequest' },
    'flow',
  ],
  ['a screen of the PIM', 'browser', 'https://my-pim.example.com/rest/roles', {}, 'screens'],
] as const)('%s, from %s', (_name, from, url, headers, part) => {
  expect(partOf({ from, to: 'pim', request: { method: 'GET', url, headers, body: '' } })).toBe(part)
})
