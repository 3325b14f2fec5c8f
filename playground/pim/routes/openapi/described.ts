import type { JsonSchema } from '../../store/json-schema.ts'

/** What one route is, in words. */
export interface Described {
  readonly method: string
  /** As the router has it: `/rest/connections/:code`. */
  readonly path: string
  readonly tag: 'OAuth' | 'REST API' | 'Screens' | 'Control'
  readonly summary: string
  /** The statuses that it answers with, beside 405. */
  readonly statuses: readonly number[]
  /** Names of query parameters. */
  readonly query?: readonly string[]
  readonly body?: Body
  /** What a caller shows: nothing, if it is not said. */
  readonly security?: 'bearer' | 'basic'
}

/** What is sent. */
export interface Body {
  readonly types: readonly string[]
  readonly schema: JsonSchema
}

export const json = 'application/json'
export const form = 'application/x-www-form-urlencoded'
export const text = { type: 'string' }
export const flag = { type: 'boolean' }

/** An object with these properties, the required ones first and marked by `!`. */
export function body(
  properties: Readonly<Record<string, JsonSchema>>,
  types: readonly string[] = [json],
): Body {
  const required = Object.keys(properties).filter((name) => name.endsWith('!'))
  const schema = {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, each]) => [name.replace(/!$/, ''), each]),
    ),
    ...(required.length > 0 && { required: required.map((name) => name.slice(0, -1)) }),
  }
  return { types, schema }
}
