import type { JsonSchema } from '../../store/json-schema.ts'

/** What is told of a resource of the REST API (contract I.4, I.6); its examples work against the default catalogue. */
export interface RestResource {
  /** As refusals name several of it: `attribute options`. */
  readonly plural: string
  readonly singular: string
  /** How the names of its scopes end. */
  readonly scope: string
  /** What names one in a body: `code`, `identifier` or `uuid`. */
  readonly key: string
  /** One that is there. */
  readonly known: string
  readonly schema: JsonSchema
  /** A new one, where one can be made. */
  readonly fresh?: object
  /** What can be changed of the one that is there. */
  readonly change?: object
  readonly search?: object
}

/** Resources by the path behind `/api/rest/v1/`, as the router has it. */
export type RestResources = Readonly<Record<string, RestResource>>

/** A search for one of some codes. */
export function anyOf(property: string, ...codes: readonly string[]): object {
  return { [property]: [{ operator: 'IN', value: codes }] }
}
