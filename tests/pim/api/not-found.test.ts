import { describe, expect, it } from 'vitest'
import { exchange } from './exchange.ts'

const hidden = 'does not exist or you do not have permission to access it.'
const withOptions =
  'Only attributes of type "pim_catalog_simpleselect", "pim_catalog_multiselect" support options.'
const uuid = '00000000-0000-4000-8000-00000000000f'

// The row's name, requests that meet it, and the message.
const rows: readonly [name: string, paths: readonly string[], message: string][] = [
  ['Category does not exist', ['/categories/nope'], 'Category "nope" does not exist.'],
  [
    'Family does not exist',
    ['/families/nope', '/families/nope/variants', '/families/nope/variants/x'],
    'Family "nope" does not exist.',
  ],
  [
    'Family variant does not exist',
    ['/families/lamps/variants/bags_by_color'],
    'Family variant "bags_by_color" does not exist or is not a variant of the family "lamps".',
  ],
  [
    'Attribute does not exist',
    ['/attributes/nope', '/attributes/nope/options', '/attributes/nope/options/x'],
    'Attribute "nope" does not exist.',
  ],
  [
    'Attribute group does not exist',
    ['/attribute-groups/nope'],
    'Attribute group "nope" does not exist.',
  ],
  ['Channel does not exist', ['/channels/nope'], 'Channel "nope" does not exist.'],
  ['Locale does not exist', ['/locales/nope'], 'Locale "nope" does not exist.'],
  ['Currency does not exist', ['/currencies/nope'], 'Currency "nope" does not exist.'],
  [
    'Association type does not exist',
    ['/association-types/nope'],
    'Association type "nope" does not exist.',
  ],
  ['Product does not exist, by identifier', ['/products/a%2Fb'], `Product "a/b" ${hidden}`],
  ['Product does not exist, by uuid', [`/products-uuid/${uuid}`], `Product "${uuid}" ${hidden}`],
  ['Product model does not exist', ['/product-models/nope'], `Product model "nope" ${hidden}`],
  [
    'Attribute option does not exist or is not an option of the attribute',
    ['/attributes/color/options/pink'],
    'Attribute option "pink" does not exist or is not an option of the attribute "color".',
  ],
  [
    'Attribute does not support options',
    ['/attributes/name/options', '/attributes/name/options/x'],
    `Attribute "name" does not support options. ${withOptions}`,
  ],
]

describe('404: what is not there (contract I.3)', () => {
  for (const [name, paths, message] of rows) {
    for (const path of paths) {
      it(`[I.3] 404 ${name}: GET ${path}`, async () => {
        expect(await exchange({ path })).toEqual({
          status: 404,
          headers: { 'content-type': 'application/json' },
          body: { code: 404, message },
        })
      })
    }
  }

  for (const [path, message] of [
    ['/products/nope', `The nope product does not exist in your PIM or you do not have permission`],
    [`/products-uuid/${uuid}`, `Product "${uuid}" does not exist or you do not have permission`],
    ['/product-models/nope', 'Product model "nope" does not exist or you do not have permission'],
  ] as const) {
    it(`404 for DELETE ${path}`, async () => {
      expect(await exchange({ method: 'DELETE', path })).toMatchObject({
        status: 404,
        body: { code: 404, message: `${message} to access it.` },
      })
    })
  }

  it('names that every object has are no codes', async () => {
    for (const path of ['/families', '/attributes', '/categories', '/channels', '/locales']) {
      for (const code of ['__proto__', 'constructor', 'toString']) {
        expect((await exchange({ path: `${path}/${code}` })).status).toBe(404)
      }
    }
  })

  it('404 for what stands below something that is not there', async () => {
    const body = { code: 'a' }
    expect(
      await exchange({ method: 'POST', path: '/attributes/nope/options', body }),
    ).toMatchObject({ status: 404, body: { message: 'Attribute "nope" does not exist.' } })
  })
})
