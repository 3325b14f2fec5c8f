import { anyOf, type RestResources } from './rest-resource.ts'
import {
  associations,
  flag,
  nullableText,
  objectOf,
  quantifiedAssociations,
  text,
  texts,
  values,
} from './rest-schemas.ts'

const plain = (data: unknown) => [{ locale: null, scope: null, data }]
const inEnglish = (data: unknown) => [{ locale: 'en_US', scope: null, data }]

const product = {
  enabled: flag,
  family: nullableText,
  categories: texts,
  groups: texts,
  parent: nullableText,
  values,
  associations,
  quantified_associations: quantifiedAssociations,
}

/** Products and product models; the UUID is that of the demo shop's armchair, which never changes. */
export const productResources: RestResources = {
  products: {
    plural: 'products',
    singular: 'product',
    scope: 'products',
    key: 'identifier',
    known: 'armchair-ondrel',
    schema: objectOf({ identifier: text, ...product }),
    fresh: {
      identifier: 'reading-lamp',
      family: 'lamps',
      values: { name: inEnglish('Reading lamp') },
    },
    change: { enabled: false, values: { name: inEnglish('An armchair') } },
    search: anyOf('family', 'lamps', 'bags'),
  },
  'products-uuid': {
    plural: 'products',
    singular: 'product',
    scope: 'products',
    key: 'uuid',
    known: '085ac60d-481b-4481-96dc-9668b22a56c7',
    schema: objectOf({ uuid: { ...text, format: 'uuid' }, ...product }),
    fresh: { family: 'lamps', values: { sku: plain('floor-lamp') } },
    change: { enabled: false },
    search: anyOf('family', 'lamps', 'bags'),
  },
  'product-models': {
    plural: 'product models',
    singular: 'product model',
    scope: 'products',
    key: 'code',
    known: 'tote-bag-bolsena',
    schema: objectOf(
      {
        code: text,
        family: text,
        family_variant: text,
        parent: nullableText,
        categories: texts,
        values,
        associations,
        quantified_associations: quantifiedAssociations,
      },
      ['family_variant'],
    ),
    fresh: { code: 'weekender', family_variant: 'bags_by_color' },
    change: { categories: [] },
    search: { parent: [{ operator: 'EMPTY' }] },
  },
}
