/** The words of the apps' token endpoint (contract F; RFC 6749 section 5.2). */
export type OAuthErrorWord =
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'unsupported_grant_type'

/** An authorization code was not exchanged for a token. */
export class OAuthError extends Error {
  override name = 'OAuthError'
  readonly word: OAuthErrorWord
  readonly description: string | undefined

  constructor(word: OAuthErrorWord, description?: string) {
    super(description ?? word)
    this.word = word
    this.description = description
  }
}
