import type { WireResponse } from './protocol.ts'

/** The app cannot answer; the message says why, in words for the reader. */
export class AppUnavailableError extends Error {
  override readonly name = 'AppUnavailableError'
}

interface Pending {
  resolve(response: WireResponse): void
  reject(error: AppUnavailableError): void
  since: number
}

/** The requests that the app has not answered yet. */
export function createPendingRequests() {
  const requests = new Map<number, Pending>()
  let lastId = 0

  return {
    add(): { id: number; answer: Promise<WireResponse> } {
      lastId += 1
      const id = lastId
      const answer = new Promise<WireResponse>((resolve, reject) => {
        requests.set(id, { resolve, reject, since: Date.now() })
      })
      return { id, answer }
    },
    get isEmpty(): boolean {
      return requests.size === 0
    },
    resolve(id: number, response: WireResponse): void {
      requests.get(id)?.resolve(response)
      requests.delete(id)
    },
    /** The app has just been waiting for somebody else: its time starts anew. */
    touch(): void {
      for (const request of requests.values()) request.since = Date.now()
    },
    /** Rejects what is older than that many milliseconds and tells whether there was anything. */
    rejectOlderThan(age: number, reason: string): boolean {
      const forgotten = [...requests].filter(([, { since }]) => Date.now() - since >= age)
      for (const [id, request] of forgotten) {
        requests.delete(id)
        request.reject(new AppUnavailableError(reason))
      }
      return forgotten.length > 0
    },
    rejectAll(reason: string): void {
      for (const request of requests.values()) request.reject(new AppUnavailableError(reason))
      requests.clear()
    },
  }
}
