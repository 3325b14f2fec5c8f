import type { HttpRequest } from '../../../flow/exchange.ts'
import type { Operation } from './operations.ts'

export interface Filled {
  /** The text in each field; what is empty or missing is left out. */
  readonly values: Readonly<Record<string, string>>
  readonly body: string
  readonly token: string | undefined
}

/** The path with its parameters in their places, and the query. A path parameter without a value stays in braces. */
export function composePath({ path, parameters }: Operation, values: Filled['values']): string {
  let filled = path
  const query = new URLSearchParams()
  for (const { name, place } of parameters) {
    const value = values[name] ?? ''
    if (value === '') continue
    if (place === 'path') filled = filled.replace(`{${name}}`, () => encodeURIComponent(value))
    else query.append(name, value)
  }
  const search = query.toString()
  return search === '' ? filled : `${filled}?${search}`
}

/** The request of a filled form. */
export function composeRequest(pimUrl: string, operation: Operation, filled: Filled): HttpRequest {
  const { method, body } = operation
  return {
    method,
    url: pimUrl + composePath(operation, filled.values),
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': body.contentType }),
      ...(filled.token !== undefined && { authorization: `Bearer ${filled.token}` }),
    },
    body: body ? filled.body : '',
  }
}

/** What must have a value and has none. */
export function missingParameters({ parameters }: Operation, values: Filled['values']): string[] {
  return parameters
    .filter(({ name, isRequired }) => isRequired && (values[name] ?? '') === '')
    .map(({ name }) => name)
}
