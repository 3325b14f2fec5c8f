/** The fields of a token request's body by their names. Java's sample sends JSON, the others a form. */
export function readBodyFields(body: string): Map<string, string> {
  try {
    const parsed: unknown = JSON.parse(body)
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []
    return new Map(entries.map(([name, value]) => [name, String(value)]))
  } catch {
    return new Map(new URLSearchParams(body))
  }
}
