import type { Scenario } from '../../../playground/pim/index.ts'
import type { BuiltPim } from '../build-pim.ts'
import { buildWriter } from './build-writer.ts'
import { exchange } from './exchange.ts'

export type ScenarioCatalog = Scenario['catalogs'][number]

/** A list of the products of a catalog. */
export interface CatalogList<Item> {
  readonly _links: Readonly<Record<string, { readonly href: string }>>
  readonly _embedded: { readonly items: readonly Item[] }
}

/** Changes what a scenario says of every catalog. */
export async function changeCatalogs(pim: BuiltPim, change: Partial<ScenarioCatalog>) {
  const scenario = await pim.dump()
  const catalogs = scenario.catalogs.map((catalog) => ({ ...catalog, ...change }))
  const response = await pim.send('/_control/scenario', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...scenario, catalogs }),
  })
  if (!response.ok) throw new Error(await response.text())
}

/** A PIM with one catalog of the writer's, which a user of the PIM has enabled unless `change` says otherwise. */
export async function buildCatalog(change: Partial<ScenarioCatalog> = {}) {
  const { pim } = buildWriter()
  const made = await exchange({ method: 'POST', path: '/catalogs', body: { name: 'Shop' } }, pim)
  const { id } = made.body as { id: string }
  await changeCatalogs(pim, { enabled: true, ...change })
  const path = `/catalogs/${id}`

  /** The items of one of the catalog's lists. */
  async function list<Item>(name: string): Promise<readonly Item[]> {
    const { status, body } = await exchange({ path: `${path}/${name}` }, pim)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return (body as CatalogList<Item>)['_embedded'].items
  }

  return { pim, id, path, list }
}
