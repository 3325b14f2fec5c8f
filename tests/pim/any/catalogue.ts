import { itemsOf, linksOf, readerToken, type Listed } from '../api/build-reader.ts'
import type { BuiltPim } from '../build-pim.ts'

export type Entity = Readonly<Record<string, unknown>>

/** Lists of the REST API with the property that is an item's key. */
const lists: Readonly<Record<string, string>> = {
  '/products': 'identifier',
  '/products-uuid': 'uuid',
  '/product-models': 'code',
  '/families': 'code',
  '/families/lamps/variants': 'code',
  '/attributes': 'code',
  '/attribute-groups': 'code',
  '/attributes/color/options': 'code',
  '/categories': 'code',
  '/channels': 'code',
  '/locales': 'code',
  '/currencies': 'code',
  '/association-types': 'code',
  '/measurement-families': 'code',
}

/** Some entities of each kind, as the API gives them, and what they are called. */
export interface Examples {
  /** By the address of their list, as a described path has it. */
  readonly entities: ReadonlyMap<string, readonly Entity[]>
  readonly names: ReadonlyMap<string, readonly string[]>
  /** The property that is an entity's name. */
  readonly keys: ReadonlyMap<string, string>
}

const mappingSchema = {
  $id: 'https://example.com/product',
  $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
  type: 'object',
  properties: { uuid: { type: 'string' }, title: { type: 'string' } },
}

/** What is sent to addresses that list nothing of the kind. */
const bodies: Readonly<Record<string, readonly Entity[]>> = {
  '/catalogs': [{ name: 'Spring' }, { name: 'Summer' }],
  '/catalogs/{id}/mapping-schemas/product': [mappingSchema],
  '/products-uuid/search': [
    { search: '{"enabled":[{"operator":"=","value":true}]}', locales: 'en_US', scope: 'ecommerce' },
    { search: '{}', attributes: 'name,price', with_attribute_options: true },
  ],
  '/test-apps': [
    {
      name: 'Lantern Feeds',
      activate_url: 'https://lantern.example.com/in',
      callback_url: 'https://lantern.example.com/back',
    },
  ],
}

// What is created goes by these names, so that a later request of a sequence meets it.
// Some are names that every object inherits something by.
export const newNames = [
  'new_1',
  'new_2',
  '5ba19fd1-0ae7-4a4f-8f2b-8b1f3f6a1c01',
  'constructor',
  '__proto__',
  'toString',
] as const

/** Reads examples with a token that may read everything. */
export async function readExamples(pim: BuiltPim): Promise<Examples> {
  const entities = new Map<string, readonly Entity[]>()
  const names = new Map<string, readonly string[]>()
  for (const [list, key] of Object.entries(lists)) {
    const body = await read<Listed<Entity> | readonly Entity[]>(pim, `${list}?limit=12`)
    const items = 'length' in body ? body : itemsOf(body)
    const path = describedPath(list)
    entities.set(path, items.map(asChange))
    names.set(path, [...items.map((item) => String(item[key])), ...newNames])
  }
  for (const [path, each] of Object.entries(bodies)) entities.set(describedPath(path), each)
  const keys = new Map(Object.entries(lists).map(([list, key]) => [describedPath(list), key]))
  return { entities, names, keys }
}

/** What the lists of the catalogue show, as one text: all of them, or how each begins, where the examples are. */
export async function showCatalogue(pim: BuiltPim, part: 'whole' | 'beginning'): Promise<string> {
  const texts: string[] = []
  for (const list of Object.keys(lists)) {
    const limit = part === 'whole' ? 100 : 20
    const type = list === '/products-uuid' ? '&pagination_type=search_after' : ''
    let next: string | undefined = `${list}?limit=${limit}${type}`
    while (next !== undefined) {
      const text = await readText(pim, next)
      texts.push(text)
      const links = linksOf(JSON.parse(text) as Listed<unknown>) ?? {}
      const following = links['next']?.href.replace(/^.*?\/api\/rest\/v1/, '')
      // Products stand under their UUIDs already.
      next = part === 'whole' && list !== '/products' ? following : undefined
    }
  }
  return texts.join('\n')
}

function describedPath(list: string): string {
  const path = list
    .replace('/families/lamps/', '/families/{family_code}/')
    .replace('/attributes/color/', '/attributes/{attribute_code}/')
  return `/api/rest/v1${path}`
}

/** Without what a change may not say, and what no two products may have. */
function asChange(item: Entity): Entity {
  const entity = without(item, ['_links', 'created', 'updated'])
  if (!('values' in entity)) return entity
  return { ...entity, values: without(entity['values'] as Entity, ['ean']) }
}

function without(entity: Entity, names: readonly string[]): Entity {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !names.includes(name)))
}

async function read<Body>(pim: BuiltPim, path: string): Promise<Body> {
  return JSON.parse(await readText(pim, path)) as Body
}

async function readText(pim: BuiltPim, path: string): Promise<string> {
  const headers = { authorization: `Bearer ${readerToken}` }
  const response = await pim.send(`/api/rest/v1${path}`, { headers })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
  return text
}
