import type { BuiltPim } from '../build-pim.ts'

/** A part of a JSON Schema, as the PIM's OpenAPI document has it. */
export interface FieldSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, FieldSchema>>
}

/** What the PIM's OpenAPI document says of one route. */
export interface DescribedOperation {
  readonly method: string
  /** As `/rest/connections/{code}`. */
  readonly path: string
  readonly tag: 'OAuth' | 'REST API' | 'Screens' | 'Control'
  readonly security: 'bearer' | 'basic' | undefined
  /** Names of the parameters in the path and in the query. */
  readonly inPath: readonly string[]
  readonly inQuery: readonly string[]
  /** Media types of the body; none when there is no body. */
  readonly types: readonly string[]
  readonly schema: FieldSchema
  readonly statuses: readonly number[]
}

interface Document {
  readonly paths: Record<string, Record<string, Documented>>
}

interface Documented {
  readonly tags: readonly DescribedOperation['tag'][]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: FieldSchema }> }
  readonly responses: Record<string, unknown>
  readonly security?: readonly Record<string, unknown>[]
}

/** Every route of a PIM, from the description that it makes of its routes. */
export async function readOperations(pim: BuiltPim): Promise<readonly DescribedOperation[]> {
  const document = (await (await pim.send('/_control/openapi.json')).json()) as Document
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => toOperation(method, path, operation)),
  )
}

function toOperation(method: string, path: string, operation: Documented): DescribedOperation {
  const { tags, parameters = [], requestBody, responses, security = [] } = operation
  const content = Object.entries(requestBody?.content ?? {})
  const namesIn = (place: string) =>
    parameters.filter((each) => each.in === place).map(({ name }) => name)
  const [scheme] = Object.keys(security[0] ?? {})
  return {
    method: method.toUpperCase(),
    path,
    tag: tags[0] ?? 'REST API',
    security: scheme === 'bearer' || scheme === 'basic' ? scheme : undefined,
    inPath: namesIn('path'),
    inQuery: namesIn('query'),
    types: content.map(([type]) => type),
    schema: content[0]?.[1].schema ?? {},
    statuses: Object.keys(responses).map(Number),
  }
}

/** The operations whose path an address has, whatever the method. */
export function operationsAt(
  operations: readonly DescribedOperation[],
  pathname: string,
): readonly DescribedOperation[] {
  const path = decoded(pathname)
  return operations.filter((operation) => patternOf(operation).test(path))
}

const patterns = new Map<string, RegExp>()

function patternOf({ path }: DescribedOperation): RegExp {
  const known = patterns.get(path)
  if (known) return known
  const pattern = new RegExp(
    `^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`,
    's',
  )
  patterns.set(path, pattern)
  return pattern
}

/** As a router reads it: encoded letters are letters, an encoded slash stays one. */
function decoded(pathname: string): string {
  try {
    return decodeURI(pathname)
  } catch {
    return pathname
  }
}
