import { beforeEach, expect, test } from 'vitest'
import {
  createMemoryDriver,
  createPim,
  defaultScenario,
  type Driver,
  type Pim,
  type Scenario,
} from '../../../playground/pim/index.ts'
import { benchScenario, benchToken } from '../../bench/large-catalogue.ts'
import { pimUrl } from '../build-pim.ts'

// The texts of products are kept once they were written. So a PIM that has read everything before is asked again after
// each change, and must answer as one that opens the same state and reads it for the first time.

const catalogId = '0f7a2c4e-5b1d-4a86-9c3e-2d4b6f8a0c1e'
const scenario: Scenario = {
  ...benchScenario,
  catalogs: [
    {
      id: catalogId,
      name: 'Storefront',
      owner: defaultScenario.users[0]?.username ?? '',
      enabled: true,
    },
  ],
}

let driver: Driver
let pim: Pim
let cast: Cast

/** Who plays a part: a variant with both models above it, and products without a parent. */
interface Cast {
  readonly variant: Read
  readonly model: string
  readonly root: string
  readonly others: readonly [Read, Read]
}

interface Read {
  readonly uuid: string
  readonly identifier: string
  readonly parent: string | null
  readonly family: string
  readonly code?: string
}

beforeEach(async () => {
  driver = createMemoryDriver()
  pim = open()
  cast = await chooseCast()
  await answers(pim)
})

function open(): Pim {
  return createPim({ url: pimUrl, driver, scenario, now: () => Date.UTC(2024, 4, 6, 12) })
}

async function send(to: Pim, method: string, path: string, body?: object): Promise<string> {
  const response = await to.fetch(
    new Request(`${pimUrl}/api/rest/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${benchToken}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  if (response.status >= 400) throw new Error(`${method} ${path}: ${text}`)
  return text
}

async function items(path: string, search: object): Promise<Read[]> {
  const query = `?limit=100&search=${encodeURIComponent(JSON.stringify(search))}`
  const list = JSON.parse(await send(pim, 'GET', path + query)) as { _embedded: { items: Read[] } }
  return list['_embedded'].items
}

async function chooseCast(): Promise<Cast> {
  const models = await items('/product-models', {})
  const model = models.find(({ parent }) => parent !== null)
  const [variant] = await items('/products', {
    parent: [{ operator: '=', value: model?.code }],
  })
  const [one, other] = await items('/products', {
    parent: [{ operator: 'EMPTY' }],
    identifier: [{ operator: 'STARTS WITH', value: 'a' }],
  })
  if (!variant || !one || !other || !model?.code || !model.parent) throw new Error('Nobody to play')
  return { variant, model: model.code, root: model.parent, others: [one, other] }
}

/** Whatever shows products and models, in every shape. */
async function answers(of: Pim): Promise<Record<string, string>> {
  const uuids = [cast.variant, ...cast.others].map(({ uuid }) => uuid)
  const search = encodeURIComponent(JSON.stringify({ uuid: [{ operator: 'IN', value: uuids }] }))
  const shapes = [
    '',
    '&attributes=name,description',
    '&locales=fr_FR',
    '&scope=print',
    '&with_attribute_options=true',
    '&with_completenesses=true',
    '&with_attribute_options=true&with_completenesses=true',
    '&with_count=true&pagination_type=search_after',
  ]
  const paths = [
    ...shapes.flatMap((shape) => [
      `/products?search=${search}${shape}`,
      `/products-uuid?search=${search}${shape}`,
    ]),
    ...uuids.flatMap((uuid) => [`/products-uuid/${uuid}`]),
    ...['', '&with_attribute_options=true'].map((shape) => `/product-models?limit=100${shape}`),
    `/product-models/${cast.model}`,
    `/catalogs/${catalogId}/products?limit=100`,
  ]
  const texts: Record<string, string> = {}
  for (const path of paths) {
    const sent = send(of, 'GET', path)
    texts[path] = await (path.includes('?') ? sent : sent.catch((error: unknown) => String(error)))
  }
  return texts
}

const associated = (products: readonly string[]) => ({
  associations: { X_SELL: { products } },
})

const changes: readonly [name: string, changing: () => Promise<unknown>][] = [
  [
    'a value of a product',
    () => patch(cast.others[0].identifier, { values: { name: [english('Sedgewick')] } }),
  ],
  ['whether a product is enabled', () => patch(cast.variant.identifier, { enabled: false })],
  ['the categories of a product', () => patch(cast.others[0].identifier, { categories: [] })],
  ['the family of a product', () => patch(cast.others[0].identifier, { family: null })],
  ['the identifier of a product', () => patch(cast.others[0].identifier, { identifier: 'new' })],
  ['a value of the model above a variant', () => patchModel(cast.model, { categories: ['beds'] })],
  [
    'a value of the model above that model',
    () => patchModel(cast.root, { values: { name: [english('Sedgewick')] } }),
  ],
  [
    'an association of a product',
    () => patch(cast.others[0].identifier, associated([cast.others[1].identifier])),
  ],
  [
    'an association of the model above a variant',
    () => patchModel(cast.root, associated([cast.others[1].identifier])),
  ],
  ['the requirements of a family', () => patchFamily()],
  ['the label of an option', () => patchOption()],
  ['a product that goes away', () => send(pim, 'DELETE', `/products-uuid/${cast.variant.uuid}`)],
]

function patch(identifier: string, body: object): Promise<string> {
  return send(pim, 'PATCH', `/products/${identifier}`, body)
}

function patchModel(code: string, body: object): Promise<string> {
  return send(pim, 'PATCH', `/product-models/${code}`, body)
}

/** Requires what no product of the family has. */
async function patchFamily(): Promise<string> {
  const path = `/families/${cast.others[0].family}`
  const { attributes } = JSON.parse(await send(pim, 'GET', path)) as { attributes: string[] }
  const foreign = (await items('/attributes', {}))
    .map(({ code }) => code)
    .find((code) => code !== undefined && !attributes.includes(code))
  const all = [...attributes, foreign]
  return send(pim, 'PATCH', path, { attributes: all, attribute_requirements: { ecommerce: all } })
}

/** Renames the first option that a product shows. */
async function patchOption(): Promise<string> {
  const path = `/products-uuid/${cast.others[0].uuid}?with_attribute_options=true`
  const [, attribute, code] = /"linked_data":\{"attribute":"(\w+)","code":"(\w+)"/.exec(
    await send(pim, 'GET', path),
  ) as RegExpExecArray
  return send(pim, 'PATCH', `/attributes/${attribute}/options/${code}`, {
    labels: { en_US: 'Something else' },
  })
}

function english(data: string): object {
  return { locale: 'en_US', scope: null, data }
}

test.each(changes)('a change is shown at once: %s', async (_, changing) => {
  const before = await answers(pim)
  await changing()
  const after = await answers(pim)
  expect(after).not.toEqual(before)
  expect(after).toEqual(await answers(open()))
})

const namings: readonly [name: string, associating: () => Promise<unknown>][] = [
  ['a product', () => patch(cast.others[0].identifier, associated([cast.others[1].identifier]))],
  ['a variant’s model', () => patchModel(cast.model, associated([cast.others[1].identifier]))],
  ['the model above it', () => patchModel(cast.root, associated([cast.others[1].identifier]))],
]

test.each(namings)(
  'a new name, or none, is shown at once in what names it: %s',
  async (_, name) => {
    await name()
    const named = await answers(pim)
    expect(Object.values(named).join()).toContain(`"${cast.others[1].identifier}"`)

    await patch(cast.others[1].identifier, { identifier: 'renamed' })
    const renamed = await answers(pim)
    expect(renamed).not.toEqual(named)
    expect(renamed).toEqual(await answers(open()))

    await send(pim, 'DELETE', '/products/renamed')
    const deleted = await answers(pim)
    expect(Object.values(deleted).join()).not.toContain('"renamed"')
    expect(deleted).toEqual(await answers(open()))
  },
)

test('a change that is undone leaves nothing behind', async () => {
  const before = await answers(pim)
  const failing = createFailingDriver()
  const other = createPim({ url: pimUrl, driver: failing, scenario, report: () => undefined })
  await answers(other)
  await expect(
    send(other, 'PATCH', `/products/${cast.others[0].identifier}`, { enabled: false }),
  ).rejects.toThrow('500')
  expect(await answers(other)).toEqual(before)
})

/** Keeps nothing: every change is undone. */
function createFailingDriver(): Driver {
  return { ...createMemoryDriver(), commit: () => Promise.reject(new Error('The disk is full')) }
}
