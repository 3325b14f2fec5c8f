import type { Product } from './catalogue-state.ts'
import { isIdentifier } from './attribute.ts'
import { withDescendants } from './category.ts'
import { timeCondition } from './comparison.ts'
import { completenessCondition } from './completeness-search.ts'
import { textCondition } from './data-conditions.ts'
import type { Operation } from './operation.ts'
import {
  booleanOf,
  codesOf,
  stringOf,
  stringsOf,
  unexpected,
  unprocessable,
  unsupported,
  type Criterion,
} from './search.ts'
import { valueCondition, type Meets } from './value-search.ts'

const day = 86_400_000
const categoryOperators = new Set([
  'IN',
  'NOT IN',
  'IN OR UNCLASSIFIED',
  'IN CHILDREN',
  'NOT IN CHILDREN',
])

/** What decides whether a product meets a condition (contract I.6). Throws `unprocessable`. */
export function productCondition(operation: Operation, criterion: Criterion): Meets {
  switch (criterion.property) {
    case 'uuid':
      return membership(criterion, ({ uuid }) => [uuid])
    case 'identifier':
      return identifierCondition(criterion)
    case 'enabled':
      return enabledCondition(criterion)
    case 'family':
      return familyCondition(operation, criterion)
    case 'groups':
      return groupsCondition(criterion)
    case 'categories':
      return categoriesCondition(operation, criterion)
    case 'parent':
      return parentCondition(criterion)
    case 'completeness':
      return completenessCondition(operation, criterion)
    case 'created':
    case 'updated':
      return momentCondition(operation, criterion, criterion.property)
    default:
      return attributeCondition(operation, criterion)
  }
}

function attributeCondition(operation: Operation, criterion: Criterion): Meets {
  const attribute = operation.attributes.get(criterion.property)
  if (!attribute) throw unsupported(criterion)
  if (isIdentifier(attribute)) return identifierCondition(criterion)
  return valueCondition(operation, attribute, criterion)
}

function identifierCondition(criterion: Criterion): Meets {
  if (criterion.operator === 'EMPTY') return ({ identifier }) => identifier === null
  if (criterion.operator === 'NOT EMPTY') return ({ identifier }) => identifier !== null
  const meets = textCondition(criterion)
  return ({ identifier }) => identifier !== null && meets(identifier)
}

function enabledCondition(criterion: Criterion): Meets {
  if (criterion.operator !== '=' && criterion.operator !== '!=') throw unsupported(criterion)
  const wanted = booleanOf(criterion) === (criterion.operator === '=')
  return ({ enabled }) => enabled === wanted
}

function familyCondition(operation: Operation, criterion: Criterion): Meets {
  const meets = emptiness(criterion, ({ family }) => (family === null ? [] : [family]))
  for (const code of criterion.operator.endsWith('EMPTY') ? [] : codesOf(criterion)) {
    if (!operation.families.has(code)) {
      throw unprocessable(`Object "family" with code "${code}" does not exist`)
    }
  }
  return meets
}

function groupsCondition(criterion: Criterion): Meets {
  const meets = emptiness(criterion, ({ groups }) => groups)
  // There are no groups, so every code is unknown.
  const [code] = criterion.operator.endsWith('EMPTY') ? [] : codesOf(criterion)
  if (code === undefined) return meets
  throw unprocessable(`Object "groups" with code "${code}" does not exist`)
}

function parentCondition(criterion: Criterion): Meets {
  if (criterion.operator === '=') {
    const wanted = stringOf(criterion)
    return ({ parent }) => parent === wanted
  }
  if (criterion.operator === 'NOT IN') throw unsupported(criterion)
  return emptiness(criterion, ({ parent }) => (parent === null ? [] : [parent]))
}

function categoriesCondition(operation: Operation, criterion: Criterion): Meets {
  const isUnclassified: Meets = ({ categories }) => categories.length === 0
  if (criterion.operator === 'UNCLASSIFIED') return isUnclassified
  if (!categoryOperators.has(criterion.operator)) throw unsupported(criterion)
  const codes = codesOf(criterion)
  const isIn = (wanted: ReadonlySet<string>): Meets => {
    return ({ categories }) => categories.some((code) => wanted.has(code))
  }
  const [here, below] = [isIn(new Set(codes)), isIn(withDescendants(operation, codes))]
  switch (criterion.operator) {
    case 'IN':
      return here
    case 'NOT IN':
      return (product) => !here(product)
    case 'IN OR UNCLASSIFIED':
      return (product) => isUnclassified(product) || here(product)
    case 'IN CHILDREN':
      return below
    default:
      return (product) => !below(product)
  }
}

function momentCondition(
  operation: Operation,
  criterion: Criterion,
  field: 'created' | 'updated',
): Meets {
  if (criterion.operator === 'SINCE LAST N DAYS') {
    const { value } = criterion
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw unexpected(criterion, 'an integer')
    }
    const since = operation.now() - value * day
    return (product) => Date.parse(product[field]) >= since
  }
  const meets = timeCondition(criterion, {
    human: 'yyyy-mm-dd H:i:s',
    php: 'Y-m-d H:i:s',
    read(text) {
      const isMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)
      return isMoment ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN
    },
  })
  return (product) => meets(Date.parse(product[field]))
}

/** `IN`, `NOT IN`, `EMPTY` and `NOT EMPTY` on codes of a product. */
function emptiness(criterion: Criterion, codesIn: (product: Product) => readonly string[]): Meets {
  if (criterion.operator === 'EMPTY') return (product) => codesIn(product).length === 0
  if (criterion.operator === 'NOT EMPTY') return (product) => codesIn(product).length > 0
  return membership(criterion, codesIn)
}

function membership(criterion: Criterion, codesIn: (product: Product) => readonly string[]): Meets {
  if (criterion.operator !== 'IN' && criterion.operator !== 'NOT IN') throw unsupported(criterion)
  const given = criterion.property === 'uuid' ? stringsOf(criterion) : codesOf(criterion)
  const wanted = new Set(given)
  const isIn = criterion.operator === 'IN'
  return (product) => codesIn(product).some((code) => wanted.has(code)) === isIn
}
