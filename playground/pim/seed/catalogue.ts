import type { CatalogueState } from '../domain/catalogue-state.ts'

type Catalogue = { [Name in keyof CatalogueState]: [string, CatalogueState[Name]][] }

/** The demo shop's catalogue, by collection and key. */
export function catalogue(): Catalogue {
  return {
    products: [],
    families: [],
    attributes: [],
    categories: [],
    channels: [],
    locales: [],
    currencies: [],
  }
}
