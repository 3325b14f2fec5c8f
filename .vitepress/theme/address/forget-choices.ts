/**
 * Takes choices out of the address once the reader made another one, so that a reload does not bring
 * them back.
 */
export function forgetChoices(...names: string[]): void {
  const url = new URL(location.href)
  if (!names.some((name) => url.searchParams.has(name))) return
  for (const name of names) url.searchParams.delete(name)
  history.replaceState(history.state, '', url)
}
