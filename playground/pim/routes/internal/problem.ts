import { PimError } from '../../domain/error.ts'
import { json } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { statuses } from '../statuses.ts'

/** What the screens' addresses answer where the contract gives no shape of its own: `{code, message}`. */
export function internalProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError)) throw error
  const code = statuses[error.code]
  return json(context, code, { code, message: error.message })
}

/** Connections: `{message, errors: [{name, reason}]}` for violations, else `{message}` (contract B.4). */
export function connectionsProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError) || error.code === 'forbidden') {
    return internalProblem(error, context)
  }
  if (error.code !== 'violations') {
    return json(context, statuses[error.code], { message: error.message })
  }
  return json(context, 422, {
    message: 'akeneo_connectivity.connection.constraint_violation_list_exception',
    errors: error.violations.map(({ property, message }) => ({ name: property, reason: message })),
  })
}

/** Event subscriptions: `{errors: [{field, message}], message}` for violations, a JSON string for 404 (contract B.4). */
export function webhooksProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError)) throw error
  if (error.code === 'not-found') return json(context, 404, error.message)
  if (error.code !== 'violations') return internalProblem(error, context)
  return json(context, 422, {
    errors: error.violations.map(({ property, message }) => ({ field: property, message })),
    message: 'akeneo_connectivity.connection.constraint_violation_list_exception',
  })
}

/** Custom apps: `{errors: [{propertyPath, message}]}` for violations (contract D.3). */
export function customAppsProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError) || error.code !== 'violations') {
    return internalProblem(error, context)
  }
  return json(context, 422, {
    errors: error.violations.map(({ property, message }) => ({ propertyPath: property, message })),
  })
}

/** The wizard's confirmation: `{errors: [{message, property_path}]}`, 400 for violations (contract E.6). */
export function confirmationProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError)) throw error
  if (error.code === 'not-found') {
    return json(context, 404, { errors: [{ message: error.message }] })
  }
  if (error.code !== 'violations') return internalProblem(error, context)
  return json(context, 400, {
    errors: error.violations.map(({ property, message }) => ({ message, property_path: property })),
  })
}

/** Connected apps: violations as for connections, the rest as `{code, message}` (contract H.1). */
export function connectedAppsProblem(error: Error, context: PimContext): Response {
  const isViolations = error instanceof PimError && error.code === 'violations'
  return isViolations ? connectionsProblem(error, context) : internalProblem(error, context)
}

/** Catalogs on the screens: `{errors: [{propertyPath, message}], message}` for violations. */
export function catalogsProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError) || error.code !== 'violations') {
    return internalProblem(error, context)
  }
  return json(context, 422, {
    errors: error.violations.map(({ property, message }) => ({ propertyPath: property, message })),
    message: 'Catalog is not valid.',
  })
}
