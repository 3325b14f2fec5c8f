/** The storage of that name, or undefined where the browser gives none. */
export function readStorage(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name]
  } catch {
    return undefined
  }
}
