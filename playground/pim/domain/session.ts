import { callerOf, type Caller } from './caller.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import { shorten } from './secret.ts'

/**
 * The id of the one session that a mocked PIM has. It is no secret, because a browser without any session counts as
 * the same user, and the same for every PIM, because browsers send a cookie to every port of a host.
 */
export const sessionId = '7k2m9q4x1v8c3n6b5t0w2r7y4z'

/** Who is signed in to the PIM's screens. Throws `unauthenticated` when that is nobody. */
export function signedIn(operation: Operation, id: string | undefined): Caller {
  const caller = findSignedIn(operation, id)
  if (caller) return caller
  throw new PimError('unauthenticated', 'Full authentication is required to access this resource.')
}

/** Who is signed in, for a browser with the session `id` or with none, or undefined when that is nobody. */
export function findSignedIn(operation: Operation, id: string | undefined): Caller | undefined {
  if (id !== undefined && !checkSession(operation, id)) return undefined
  const { session } = operation.current
  const user = operation.users.get(session)
  const isSignedIn = user !== undefined && user.enabled
  const because = isSignedIn
    ? `"${session}" is signed in to the PIM's screens`
    : `Nobody is signed in: "${session}" is no enabled user`
  operation.check('session.signed-in', isSignedIn, because)
  return isSignedIn ? callerOf(operation, user) : undefined
}

/** Signs somebody in to the screens. Throws `unprocessable` for a name that no user of the screens has. */
export function signIn(operation: Operation, username: string): void {
  const user = operation.users.get(username)
  if (user?.type !== 'user' || !user.enabled) {
    throw new PimError('unprocessable', `There is no user "${username}" who can sign in.`)
  }
  operation.settings.put('current', { ...operation.current, session: username })
}

function checkSession(operation: Operation, id: string): boolean {
  const isOwn = id === sessionId
  const because = isOwn
    ? 'The cookie carries the session that this PIM gave out'
    : `The cookie carries the session "${shorten(id)}", which this PIM never gave out`
  return operation.check('session.known', isOwn, because)
}
