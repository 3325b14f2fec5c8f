import type { Category } from './catalogue-state.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { codeFilter, readStructureSearch, updatedFilter } from './structure-search.ts'

/** The categories that a search finds, tree by tree, each parent before its children. Throws `bad-request`. */
export function findCategories(operation: Operation, search: object): readonly Category[] {
  const isFound = readStructureSearch<Category>(search, {
    code: codeFilter('category codes'),
    parent: {
      operator: '=',
      subject: 'category parent',
      expects: 'string',
      meets: (category, value) =>
        category.code !== value && isWithin(operation, category, new Set([value as string])),
    },
    is_root: {
      operator: '=',
      subject: 'category is_root',
      expects: 'boolean',
      meets: ({ parent }, value) => (parent === null) === value,
    },
    updated: updatedFilter,
  })
  return descendants(operation, null).filter(isFound)
}

/** The category with this code. Throws `not-found`. */
export function getCategory(operation: Operation, code: string): Category {
  return known(operation, operation.categories.get(code), 'Category', code)
}

/** The codes of these categories and of all below them. */
export function withDescendants(
  operation: Operation,
  codes: readonly string[],
): ReadonlySet<string> {
  const wanted = [...new Set(codes)]
  const below = wanted.flatMap((code) => descendants(operation, code))
  return new Set([...wanted, ...below.map(({ code }) => code)])
}

function descendants(operation: Operation, parent: string | null): Category[] {
  const found: Category[] = []
  const children = operation.categories
    .where('parent', parent)
    .sort((one, other) => one.position - other.position)
  for (const child of children) found.push(child, ...descendants(operation, child.code))
  return found
}

/** Whether a category is one of `codes` or stands below one. */
function isWithin(operation: Operation, category: Category, codes: ReadonlySet<string>): boolean {
  let current: Category | undefined = category
  while (current) {
    if (codes.has(current.code)) return true
    current = current.parent === null ? undefined : operation.categories.get(current.parent)
  }
  return false
}
