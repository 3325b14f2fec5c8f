/** Tells a listener whenever somebody comes back to the page, to its tab or its window. Gives what stops that. */
export function whenSomebodyComesBack(listener: () => void): () => void {
  function tellWhenVisible(): void {
    if (document.visibilityState === 'visible') listener()
  }

  document.addEventListener('visibilitychange', tellWhenVisible)
  window.addEventListener('focus', listener)
  return () => {
    document.removeEventListener('visibilitychange', tellWhenVisible)
    window.removeEventListener('focus', listener)
  }
}
