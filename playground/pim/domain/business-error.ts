import { tracked } from './audit.ts'
import { documentationOf } from './error-documentation.ts'
import { findDomainError, templateOf, type TemplatedMessage } from './error-template.ts'
import { PimError } from './error.ts'
import type { MonitoredProduct } from './monitored-product.ts'
import type { Operation } from './operation.ts'
import type { Connection, ErrorType } from './state.ts'
import { dayOf } from './text.ts'

const week = 7 * 24 * 60 * 60 * 1000
const mostErrors = 100

type Content = Readonly<Record<string, unknown>>

/**
 * Runs a change of a product; a refusal is counted on its way out for a tracked data source, and kept for the error
 * monitoring when it is a business error. `product` is asked when the change has failed.
 */
export function monitored<Result>(
  operation: Operation,
  change: () => Result,
  product?: () => MonitoredProduct,
): Result {
  try {
    return change()
  } catch (error) {
    const connection = tracked(operation, 'data_source')
    if (connection && error instanceof PimError) note(operation, connection, error, product)
    throw error
  }
}

/** Broken rules, and what names something that is not there, are business; the rest is technical (contract J.1). */
function note(
  operation: Operation,
  connection: Connection,
  error: PimError,
  product: (() => MonitoredProduct) | undefined,
): void {
  const contents = contentsOf(error)
  const about = contents.length > 0 && product ? { product: product() } : {}
  operation.afterwards((later) => {
    // It may have been removed between the answer and the count.
    if (!later.connections.has(connection.code)) return
    if (contents.length === 0) addErrors(later, connection, 'technical', 1)
    else addErrors(later, connection, 'business', contents.length)
    for (const content of contents) keepError(later, connection, { ...content, ...about })
  })
}

/** What the error monitoring tells of each business error in a refusal; nothing of a technical one. */
function contentsOf(error: PimError): Content[] {
  if (error.code === 'violations') {
    return error.violations.map((violation) => ({
      ...violation,
      type: 'violation_error',
      ...explain(templateOf(violation.message)),
    }))
  }
  const domainError = findDomainError(error.message)
  if (!domainError) return []
  return [{ type: 'domain_error', message: error.message, ...explain(domainError) }]
}

function explain(message: TemplatedMessage): Content {
  const documentation = documentationOf(message)
  return {
    message_template: message.template,
    message_parameters: message.parameters,
    ...(documentation && { documentation }),
  }
}

function addErrors(
  operation: Operation,
  { code }: Connection,
  errorType: ErrorType,
  count: number,
): void {
  const day = dayOf(operation.now())
  const key = `${code}/${errorType}/${day}`
  const before = operation.errorCounts.get(key)?.count ?? 0
  operation.errorCounts.put(key, { connectionCode: code, errorType, day, count: before + count })
}

/** Keeps an error, and no more of the connection than are shown: the last 100 of 7 days. */
function keepError(operation: Operation, { code }: Connection, content: Content): void {
  const at = operation.now()
  const known = operation.businessErrors.where('connectionCode', code)
  const kept = known.filter((error) => error.at > at - week).slice(1 - mostErrors)
  for (const { id } of known) {
    if (!kept.some((error) => error.id === id)) operation.businessErrors.delete(id)
  }
  const id = operation.newId()
  operation.businessErrors.put(id, { id, connectionCode: code, at, content })
}
