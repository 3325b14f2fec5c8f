import { describe, expect, it } from 'vitest'
import { buildReader, itemsOf, type Listed } from './build-reader.ts'

const tooFar =
  'You have reached the maximum number of pages you can retrieve with the "page" pagination type. Please use the search after pagination type instead'

describe('the rules of paging (contract I.2)', () => {
  it('gives 10 items when there is no limit', async () => {
    const list = await buildReader().read<Listed<object>>('/products')
    expect(itemsOf(list)).toHaveLength(10)
  })

  it('gives up to 100 items, and refuses 101', async () => {
    const reader = buildReader()
    const list = await reader.read<Listed<object>>('/products?limit=100')
    expect(itemsOf(list)).toHaveLength(100)
    expect(await reader.refusal('/products?limit=101')).toEqual({
      code: 422,
      message: 'You cannot request more than 100 items.',
    })
  })

  for (const bad of ['0', '-1', 'ten', '1.5', '01', '', ' 1', '1e2', '99999999999999999999']) {
    it(`refuses "${bad}" as a limit and as a page`, async () => {
      const reader = buildReader()
      const value = encodeURIComponent(bad)
      expect(await reader.refusal(`/families?limit=${value}`)).toEqual({
        code: 422,
        message: `"${bad}" is not a valid limit number.`,
      })
      expect(await reader.refusal(`/families?page=${value}`)).toEqual({
        code: 422,
        message: `"${bad}" is not a valid page number.`,
      })
    })
  }

  it('refuses a with_count that is neither true nor false', async () => {
    expect(await buildReader().refusal('/channels?with_count=1')).toEqual({
      code: 422,
      message:
        'Parameter "with_count" has to be a boolean. Only "true" or "false" allowed, "1" given.',
    })
  })

  it('refuses an unknown pagination type', async () => {
    expect(await buildReader().refusal('/products?pagination_type=unknown')).toEqual({
      code: 422,
      message: 'Pagination type does not exist.',
    })
  })

  it('offers search_after to products only', async () => {
    expect(await buildReader().refusal('/families?pagination_type=search_after')).toEqual({
      code: 422,
      message: 'Pagination type is not supported.',
    })
  })

  it('ends pages at 10,000 products and points to search_after', async () => {
    const reader = buildReader()
    expect((await reader.get('/products?page=100&limit=100')).status).toBe(200)
    expect(await reader.refusal('/products?page=101&limit=100')).toEqual({
      code: 422,
      message: tooFar,
      _links: {
        documentation: {
          href: 'http://api.akeneo.com/documentation/pagination.html#search-after-type',
        },
      },
    })
  })

  it('ends pages of products-uuid at 10,000 too', async () => {
    expect(await buildReader().refusal('/products-uuid?page=1001')).toMatchObject({
      code: 422,
      message: tooFar,
    })
  })
})
