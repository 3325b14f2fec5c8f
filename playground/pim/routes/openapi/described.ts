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
  readonly description?: string
  /** Query parameters; of one that is only a name, nothing else is said. */
  readonly query?: readonly (string | Parameter)[]
  /** What is said of the parameters of the path, by name. */
  readonly inPath?: Readonly<Record<string, Omit<Parameter, 'name'>>>
  readonly body?: Body
  /** What a caller shows: nothing, if it is not said. */
  readonly security?: 'bearer' | 'basic'
  /** The scopes that an app needs; an empty list where any token will do. */
  readonly scopes?: readonly string[]
  /** What an answer holds, by status; of the others only their meaning is told. */
  readonly answers?: Readonly<Record<number, Answer>>
}

/** What can be said in an address. */
export interface Parameter {
  readonly name: string
  readonly description: string
  readonly schema: JsonSchema
  readonly example?: unknown
}

/** What is sent. */
export interface Body {
  readonly types: readonly string[]
  readonly schema: JsonSchema
  /** One that works against the default scenario. */
  readonly example?: unknown
}

/** What comes back. */
export interface Answer {
  readonly type?: string
  readonly schema?: JsonSchema
  readonly example?: unknown
  /** What each header says, by name. */
  readonly headers?: Readonly<Record<string, string>>
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
