import { describe, expect, it } from 'vitest'
import { pimUrl } from '../build-pim.ts'
import { buildReader, itemsOf, linksOf, type Listed } from './build-reader.ts'

interface Coded {
  readonly code: string
}

const api = `${pimUrl}/api/rest/v1`

describe('the envelope of lists (contract I.2)', () => {
  it('has links, the page and the items, in this order', async () => {
    const list = await buildReader().read<Listed<Coded>>('/families?limit=2')
    expect(Object.keys(list)).toEqual(['_links', 'current_page', '_embedded'])
    expect(Object.keys(list['_embedded'])).toEqual(['items'])
    expect(list.current_page).toBe(1)
    expect(itemsOf(list).map(({ code }) => code)).toEqual(['bags', 'clothing'])
  })

  it('links each item to itself, before its own keys', async () => {
    const list = await buildReader().read<Listed<Coded>>('/families?limit=1')
    expect(itemsOf(list)[0]?.['_links']).toEqual({ self: { href: `${api}/families/bags` } })
    expect(Object.keys(itemsOf(list)[0] ?? {}).slice(0, 2)).toEqual(['_links', 'code'])
  })

  it('repeats the effective query in every link: page, limit, with_count, then the rest', async () => {
    const list = await buildReader().read<Listed<Coded>>('/attributes?page=2&extra=a%20b,c')
    expect(linksOf(list)).toEqual({
      self: { href: `${api}/attributes?page=2&limit=10&with_count=false&extra=a%20b,c` },
      first: { href: `${api}/attributes?page=1&limit=10&with_count=false&extra=a%20b,c` },
      previous: { href: `${api}/attributes?page=1&limit=10&with_count=false&extra=a%20b,c` },
      next: { href: `${api}/attributes?page=3&limit=10&with_count=false&extra=a%20b,c` },
    })
  })

  it('writes pagination_type into the links of products', async () => {
    const list = await buildReader().read<Listed<Coded>>('/products?limit=3&with_count=true')
    expect(linksOf(list)['self']?.href).toBe(
      `${api}/products?page=1&with_count=true&pagination_type=page&limit=3`,
    )
  })

  it('writes search and filters of products into the links, encoded as the PIM does', async () => {
    const search = '{"family":[{"operator":"IN","value":["bags"]}]}'
    const query = `scope=ecommerce&locales=en_US,fr_FR&attributes=name&search=${encodeURIComponent(search)}`
    const list = await buildReader().read<Listed<Coded>>(`/products?${query}`)
    const encoded =
      '%7B%22family%22:%5B%7B%22operator%22:%22IN%22,%22value%22:%5B%22bags%22%5D%7D%5D%7D'
    expect(linksOf(list)['self']?.href).toBe(
      `${api}/products?page=1&with_count=false&pagination_type=page&limit=10&search=${encoded}&scope=ecommerce&locales=en_US,fr_FR&attributes=name`,
    )
  })

  it('has no previous link on page 1', async () => {
    const list = await buildReader().read<Listed<Coded>>('/categories')
    expect(Object.keys(linksOf(list))).toEqual(['self', 'first', 'next'])
  })

  it('has a next link when the page is full, also when an empty page follows', async () => {
    const reader = buildReader()
    const full = await reader.read<Listed<Coded>>('/families?limit=12')
    expect(linksOf(full)['next']?.href).toContain('page=2')
    const empty = await reader.read<Listed<Coded>>('/families?limit=12&page=2')
    expect(itemsOf(empty)).toEqual([])
    expect(Object.keys(linksOf(empty))).toEqual(['self', 'first', 'previous'])
  })

  it('counts the items of all pages only with with_count=true', async () => {
    const reader = buildReader()
    const counted = await reader.read<Listed<Coded>>('/families?limit=2&with_count=true')
    expect(counted.items_count).toBe(12)
    const uncounted = await reader.read<Listed<Coded>>('/families?limit=2&with_count=false')
    expect(uncounted).not.toHaveProperty('items_count')
  })

  it('answers a single item without links or wrapper', async () => {
    const family = await buildReader().read<Coded>('/families/bags')
    expect(family).not.toHaveProperty('_links')
    expect(family.code).toBe('bags')
  })

  it('walks all pages of products and meets each once', async () => {
    const reader = buildReader()
    const seen: string[] = []
    let next: string | undefined = '/products?limit=75'
    while (next !== undefined) {
      const page: Listed<{ uuid: string }> = await reader.read(next)
      seen.push(...itemsOf(page).map(({ uuid }) => uuid))
      next = linksOf(page)['next']?.href.slice(api.length)
    }
    expect(new Set(seen).size).toBe(1200)
    expect(seen).toEqual([...seen].sort())
    expect(seen).toHaveLength(1200)
  })

  for (const path of ['/products', '/products-uuid']) {
    it(`walks ${path} by search_after and meets each product once`, async () => {
      const reader = buildReader()
      const seen: string[] = []
      let next: string | undefined = `${path}?pagination_type=search_after&limit=90`
      while (next !== undefined) {
        const part: Listed<{ uuid: string }> = await reader.read(next)
        expect(Object.keys(part)).toEqual(['_links', '_embedded'])
        expect(linksOf(part)).not.toHaveProperty('previous')
        seen.push(...itemsOf(part).map(({ uuid }) => uuid))
        next = linksOf(part)['next']?.href.slice(api.length)
      }
      expect(new Set(seen).size).toBe(1200)
      expect(seen).toHaveLength(1200)
    })
  }

  it('uses the last UUID as the cursor of products-uuid', async () => {
    const part = await buildReader().read<Listed<{ uuid: string }>>(
      '/products-uuid?pagination_type=search_after&limit=2',
    )
    const last = itemsOf(part).at(-1)?.uuid
    expect(linksOf(part)['next']?.href).toBe(
      `${api}/products-uuid?with_count=false&pagination_type=search_after&limit=2&search_after=${last}`,
    )
  })

  it('keeps the cursor of products opaque, and begins anew with one it did not make', async () => {
    const reader = buildReader()
    const path = '/products?pagination_type=search_after&limit=1'
    const first = await reader.read<Listed<{ uuid: string }>>(path)
    const uuid = itemsOf(first)[0]?.uuid
    expect(linksOf(first)['next']?.href).not.toContain(uuid)
    const again = await reader.read<Listed<{ uuid: string }>>(`${path}&search_after=%%%`)
    expect(itemsOf(again)[0]?.uuid).toBe(uuid)
  })
})
