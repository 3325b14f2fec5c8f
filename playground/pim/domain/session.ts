import { callerOf, type Caller } from './caller.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'

/** Who is signed in to the PIM's screens. Throws `unauthenticated` when it is nobody. */
export function signedIn(operation: Operation): Caller {
  const { session } = operation.current
  const user = operation.users.get(session)
  const isSignedIn = user !== undefined && user.enabled
  const because = isSignedIn
    ? `"${session}" is signed in to the PIM's screens`
    : `Nobody is signed in: "${session}" is no enabled user`
  if (!operation.check('session.signed-in', isSignedIn, because) || !user) {
    throw new PimError(
      'unauthenticated',
      'Full authentication is required to access this resource.',
    )
  }
  return callerOf(operation, user)
}

/** Signs somebody in to the screens. Throws `unprocessable` for a name that no user of the screens has. */
export function signIn(operation: Operation, username: string): void {
  const user = operation.users.get(username)
  if (user?.type !== 'user' || !user.enabled) {
    throw new PimError('unprocessable', `There is no user "${username}" who can sign in.`)
  }
  operation.settings.put('current', { ...operation.current, session: username })
}
