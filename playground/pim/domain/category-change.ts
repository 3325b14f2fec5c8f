import { withDescendants } from './category.ts'
import type { Category } from './catalogue-state.ts'
import { codeViolations, type ChangeRules } from './change.ts'
import { labelViolations, mergeTexts, readText } from './fields.ts'
import type { Operation } from './operation.ts'
import { PropertyError, wrongCode } from './property-error.ts'
import { toAtom } from './text.ts'

/** How categories are changed (contract I.4). */
export const categoryRules: ChangeRules<Category> = {
  collection: (operation) => operation.categories,
  keyOf: ({ code }) => code,
  blank: (operation) => ({
    code: '',
    parent: null,
    position: lastPosition(operation, null) + 1,
    updated: toAtom(operation.now()),
    labels: {},
  }),
  setters: {
    code: (_, value) => ({ code: readText('code', value) ?? '' }),
    parent: setParent,
    labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels, 'labels') }),
  },
  violations(operation, category, before) {
    const { code, parent } = category
    const isOwnAncestor = parent !== null && withDescendants(operation, [code]).has(parent)
    const message = `The category "${code}" cannot be moved below itself.`
    return [
      ...codeViolations(operation.categories.has(code), category, before, { noun: 'Category' }),
      before && isOwnAncestor ? { property: 'parent', message } : undefined,
      ...labelViolations(operation, category.labels),
    ]
  },
}

/** A category that moves becomes the last one among its new siblings. */
function setParent(operation: Operation, value: unknown, category: Category): Partial<Category> {
  const parent = readText('parent', value) || null
  if (parent !== null && !operation.categories.has(parent)) {
    const because = 'The category does not exist'
    throw wrongCode({ property: 'parent', key: 'category code', because, given: parent })
  }
  if (parent === category.parent) return {}
  const isTree = operation.categories.get(category.code)?.parent === null
  if (isTree && operation.channels.where('category_tree', category.code).length > 0) {
    throw new PropertyError("You can't move a category tree linked to a channel.")
  }
  return { parent, position: lastPosition(operation, parent) + 1 }
}

function lastPosition(operation: Operation, parent: string | null): number {
  const siblings = operation.categories.where('parent', parent)
  return Math.max(0, ...siblings.map(({ position }) => position))
}
