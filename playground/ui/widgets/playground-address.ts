/** Where the playground shows a screen of the PIM; `query` says what else is open there. */
export function playgroundAddress(screen: string, query: Readonly<Record<string, string>> = {}) {
  const text = new URLSearchParams(query).toString()
  return `${import.meta.env.BASE_URL}playground.html${text === '' ? '' : `?${text}`}#${screen}`
}
