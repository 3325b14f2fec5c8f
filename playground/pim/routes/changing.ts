// GET requests that write: the session remembers what is asked for (contract E.3), opening clears a flag (F.3),
// an event subscription gets a secret by a GET (B.4).
const changingReads = [
  /^\/connect\/apps\/v1\/authorize$/,
  /^\/rest\/apps\/connected-apps\/[^/]+\/open-app-url$/,
  /^\/rest\/connections\/[^/]+\/webhook\/regenerate-secret$/,
]

/** Whether a request may change the state, so that it must run alone. */
export function isChanging(method: string, path: string): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  return !isRead || changingReads.some((pattern) => pattern.test(path))
}
