import { OAuthError } from '../../domain/oauth-error.ts'
import { PimError } from '../../domain/error.ts'
import { OpenIdKeysMissingError } from '../../domain/id-token.ts'
import { escapeHtml } from '../../http/escape-html.ts'
import { html, json } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { statuses } from '../statuses.ts'

/** `{code, message}`: the connections' token endpoint (contract C). */
export function messageProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError)) throw error
  return refusal(context, statuses[error.code], error.message)
}

export function refusal(context: PimContext, code: number, message: string): Response {
  return json(context, code, { code, message })
}

/**
 * The apps' token endpoint: always 400, with the word of the RFC (contract F; RFC 6749 section 5.2). Only a PIM without
 * a key to sign with answers 500 (contract F.2).
 */
export function tokenProblem(error: Error, context: PimContext): Response {
  if (error instanceof OpenIdKeysMissingError) return json(context, 500, error.message)
  if (!(error instanceof OAuthError)) throw error
  const { word, description } = error
  const body = { error: word, ...(description && { error_description: description }) }
  return json(context, 400, body, { 'cache-control': 'no-store', pragma: 'no-cache' })
}

/** Addresses that a browser visits: a page that says the status and the reason (contract E.3, F.4). */
export function pageProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError)) throw error
  const status = statuses[error.code]
  return html(context, status, String(status), `<p>${escapeHtml(error.message)}</p>`)
}
