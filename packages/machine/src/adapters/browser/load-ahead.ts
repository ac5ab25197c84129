/** The longest (ms) that a busy page waits with it. */
const longestMs = 2_000

/** Browsers without `requestIdleCallback` (Safari) wait this long, in ms. */
const soonMs = 200

/** In a page: loads a chunk when the page is idle, at the latest when the user enters a field. */
export function loadAhead(load: () => Promise<unknown>): void {
  if (typeof document === 'undefined') return
  // The caller that needs the chunk loads it again, and gets the failure.
  const begin = () => void load().catch(() => undefined)
  document.addEventListener('focusin', begin, { once: true })
  if (typeof requestIdleCallback === 'function') requestIdleCallback(begin, { timeout: longestMs })
  else setTimeout(begin, soonMs)
}
