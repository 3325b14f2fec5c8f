import { signIn } from '../../domain/session.ts'
import { json } from '../../http/respond.ts'
import { findMismatch, recordOf, text } from '../../store/shape.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { mismatchProblem } from './problem.ts'
import { readDocument } from './read-document.ts'

interface Session {
  readonly username: string
}

const shape = recordOf<Session>({ username: text })

/** Who is signed in to the PIM's screens: `{"username": "…"}`. */
export function sessionRoutes(): PimRouter {
  const router = createRouter()
  router.get('/session', (context) =>
    json(context, 200, { username: context.env.operation.current.session }),
  )
  router.put('/session', (context) => {
    const document = readDocument(context)
    const mismatch = findMismatch(shape, document)
    if (mismatch) return mismatchProblem(context, mismatch)
    const { username } = document as Session
    signIn(context.env.operation, username)
    return json(context, 200, { username })
  })
  return router
}
