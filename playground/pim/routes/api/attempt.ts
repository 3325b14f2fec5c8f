import type { Operation } from '../../domain/operation.ts'

/** Runs a step that may refuse the request, and notes in the journal whether it did: `because`, or the refusal. */
export function attempt<Result>(
  operation: Operation,
  id: string,
  because: string,
  step: () => Result,
): Result {
  try {
    const result = step()
    operation.check(id, true, because)
    return result
  } catch (error) {
    operation.check(id, false, error instanceof Error ? error.message : String(error))
    throw error
  }
}
