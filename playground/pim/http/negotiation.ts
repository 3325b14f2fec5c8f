/** A request whose answer may only be in a media type that is not ours; answered with 406. */
export class NotAcceptableError extends Error {
  override name = 'NotAcceptableError'
}

/**
 * Throws `NotAcceptableError` when an Accept header leaves out JSON (contract I.3). No header at all and any mention of
 * all types are fine.
 */
export function requireJsonAccepted(accept: string | null | undefined): void {
  if (accept === null || accept === undefined || accept === '' || accept.includes('*/*')) return
  if (accept.split(',').some((part) => isJson(part.split(';', 1)[0] ?? ''))) return
  throw new NotAcceptableError(
    `"${accept}" in "Accept" header is not valid. Only "application/json" is allowed.`,
  )
}

function isJson(type: string): boolean {
  const name = type.trim().toLowerCase()
  return name === 'application/json' || name === 'application/*'
}

/** A request whose body is in a media type that the address does not take; answered with 415. */
export class UnsupportedMediaTypeError extends Error {
  override name = 'UnsupportedMediaTypeError'
}

/** Throws `UnsupportedMediaTypeError` unless a Content-Type header names the only type that is taken (contract I.3). */
export function requireContentType(header: string | null | undefined, allowed: string): void {
  const given = header?.split(';', 1)[0]?.trim() ?? ''
  if (given === allowed) return
  throw new UnsupportedMediaTypeError(
    given === ''
      ? `The "Content-Type" header is missing. "${allowed}" has to be specified as value.`
      : `"${given}" in "Content-Type" header is not valid. Only "${allowed}" is allowed.`,
  )
}
