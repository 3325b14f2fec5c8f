/** The body as text; bytes that are not UTF-8 become U+FFFD. */
export function readText(body: Uint8Array): string {
  return new TextDecoder().decode(body)
}

/** The body parsed as JSON, or undefined when it is none. */
export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(readText(body)) as unknown
  } catch {
    return undefined
  }
}

/** Whether a value is an object with string keys: not null, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own string property of a record, else undefined: never something inherited. */
export function stringOf(record: Record<string, unknown>, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The media type of a Content-Type or Accept value: lower case, without parameters. */
export function mediaType(header: string | null | undefined): string | undefined {
  const type = header?.split(';', 1)[0]?.trim().toLowerCase()
  return type === '' ? undefined : type
}
