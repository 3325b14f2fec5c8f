import {
  isList,
  member,
  operatorMissing,
  operatorType,
  structureMessage,
  typeName,
  unprocessable,
} from './search.ts'

/** What decides whether a locale or currency is found: only `enabled` can be searched. Throws `unprocessable`. */
export function readEnabledSearch(search: unknown): (entity: { enabled: boolean }) => boolean {
  if (typeof search !== 'object' || search === null) {
    throw unprocessable(`Search query parameter has to be an array, "${typeName(search)}" given.`)
  }
  let wanted: boolean | undefined
  for (const [property, criteria] of Object.entries(search) as [string, unknown][]) {
    if (!isList(criteria)) throw unprocessable(`${structureMessage(property)}.`)
    for (const criterion of criteria) {
      const value = readValue(property, criterion)
      wanted ??= value
    }
  }
  return wanted === undefined ? () => true : ({ enabled }) => enabled === wanted
}

function readValue(property: string, criterion: unknown): boolean {
  const [operator, value] = [member(criterion, 'operator'), member(criterion, 'value')]
  if (operator === undefined || operator === null) throw unprocessable(operatorMissing(property))
  if (value === undefined || value === null) {
    throw unprocessable(`Value is missing for the property "${property}".`)
  }
  if (typeof operator !== 'string') throw unprocessable(operatorType(operator))
  if (property !== 'enabled' || operator !== '=') {
    throw unprocessable(
      `Filter on property "${property}" is not supported or does not support operator "${operator}".`,
    )
  }
  if (typeof value !== 'boolean') {
    throw unprocessable(`Filter "${property}" with operator "${operator}" expects a boolean value.`)
  }
  return value
}
