/**
 * Waits until a condition about the page holds: it is looked at whenever the page changes. Gives whether it came to
 * hold in time, by default long enough for a screen to come; rejects with an `AbortError` when stopped.
 */
export function waitFor(
  isMet: () => boolean,
  { signal, patience = 15_000 }: { signal: AbortSignal; patience?: number },
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(look)
    // The state may change where the page does not.
    const interval = setInterval(look, 200)
    const timer = setTimeout(() => end(() => resolve(false)), patience)
    const abort = () => end(() => reject(signal.reason as Error))

    function end(settle: () => void): void {
      observer.disconnect()
      clearInterval(interval)
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      settle()
    }

    function look(): void {
      if (isMet()) end(() => resolve(true))
    }

    signal.addEventListener('abort', abort)
    observer.observe(document.body, { attributes: true, childList: true, subtree: true })
    look()
  })
}
