/** The four strings of a connection (contract B.2, C). */
export interface FourStrings {
  readonly clientId: string
  readonly secret: string
  readonly username: string
  readonly password: string
}

/** The header of HTTP Basic authentication: Base64 of the UTF-8 bytes (RFC 7617, section 2.1). */
export function basicHeader({ clientId, secret }: Pick<FourStrings, 'clientId' | 'secret'>) {
  const bytes = new TextEncoder().encode(`${clientId}:${secret}`)
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
