/** One broken rule: where, and the translation key (internal endpoints) or English text (REST) that says which. */
export interface Violation {
  readonly property: string
  readonly message: string
}

/** Why an operation was refused. The error does not know HTTP: each vocabulary's `problem.ts` maps the code. */
export type PimErrorCode =
  | 'bad-request'
  | 'token-missing'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'too-many-resources'
  | 'unprocessable'
  | 'violations'
  | 'too-many-requests'

export interface PimErrorOptions {
  readonly violations?: readonly Violation[]
  /** Address of the documentation that the answer points to. */
  readonly documentation?: string
  readonly cause?: unknown
}

/** A rule of the PIM was broken. `message` is the PIM's own text where it publishes one. */
export class PimError extends Error {
  override name = 'PimError'
  readonly code: PimErrorCode
  readonly violations: readonly Violation[]
  readonly documentation: string | undefined

  constructor(code: PimErrorCode, message: string, options: PimErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.violations = options.violations ?? []
    this.documentation = options.documentation
  }
}

/** Throws `violations` unless there are none. */
export function refuseViolations(violations: readonly (Violation | undefined)[]): void {
  const found = violations.filter((violation) => violation !== undefined)
  if (found.length > 0) {
    throw new PimError('violations', 'Validation failed.', { violations: found })
  }
}
