import { listSecrets } from '../../domain/secret.ts'
import { wellFormed } from '../../http/query.ts'
import { json } from '../../http/respond.ts'
import type { Journal, JournalEntry } from '../journal.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { maskExchange } from './mask.ts'

/** The journal, newest last, secrets masked. */
export function exchangeRoutes(journal: Journal): PimRouter {
  const router = createRouter()
  // An exchange never changes, and looking through a long one takes a while.
  const masked = new WeakMap<JournalEntry, JournalEntry>()
  router.get('/exchanges', (context) => {
    const known = listSecrets(context.env.operation).filter(isUnusual).flatMap(written)
    const entries = journal.entries().map((entry) => {
      const before = masked.get(entry) ?? maskExchange(entry, known)
      masked.set(entry, before)
      return before
    })
    return json(context, 200, entries)
  })
  router.delete('/exchanges', (context) => {
    journal.clear()
    return json(context, 200, [])
  })
  return router
}

/** Whether a secret is not of the form that is recognised without knowing it. */
function isUnusual(secret: string): boolean {
  return !/^[\w-]{86}$/.test(secret)
}

/** A text as it stands in a plain text, in JSON and in an address. */
function written(text: string): readonly string[] {
  const inJson = JSON.stringify(text).slice(1, -1)
  return [...new Set([text, inJson, encodeURIComponent(wellFormed(text))])]
}
