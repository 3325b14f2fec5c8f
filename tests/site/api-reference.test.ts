import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { apiReference } from '../../.vitepress/site/api-reference.ts'
import { apiReferenceFiles } from './api-reference-files.ts'

describe('the reference of the REST API', () => {
  test('is what the PIM says of itself', async () => {
    for (const [path, text] of await apiReferenceFiles()) {
      const written = await readFile(path, 'utf8')
      expect(written, 'Write it again: npx tsx tests/site/api-reference-files.ts').toBe(text)
    }
  })

  test('has an anchor for each operation, and none twice', async () => {
    const all = [...(await apiReferenceFiles()).values()].join('')
    const anchors = [...all.matchAll(/<summary id="([^"]+)"/g)].map(([, id]) => id)
    expect(anchors.length).toBeGreaterThan(70)
    expect(new Set(anchors).size).toBe(anchors.length)
    expect(anchors).toContain('patch_products_uuid__uuid_')
  })

  test('shows a call whose body survives the shell', () => {
    const operation = {
      summary: 'Create a cup',
      requestBody: {
        content: { 'application/json': { example: { label: "A cook's cup | mug" } } },
      },
      responses: { 422: { description: 'A | B' } },
      security: [{ app: ['write_products'] }],
    }
    const text = apiReference({ paths: { '/api/rest/v1/products': { post: operation } } })
    const written = text.get('product') ?? ''
    expect(written).toContain(String.raw`"label": "A cook'\''s cup | mug"`)
    expect(written).toContain(String.raw`| 422 | A \| B |`)
    expect(written).toContain('An app needs `write_products`.')
  })

  test('has a place for every resource', () => {
    expect(() => apiReference({ paths: { '/api/rest/v1/cups': { get: {} as never } } })).toThrow(
      'Add "/cups" to a resource in api-reference.json',
    )
  })
})
