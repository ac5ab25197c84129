/** In a page: begins to load a chunk beside the first screen, so that it is there when it is needed. */
export function loadAhead(load: () => Promise<unknown>): void {
  if (typeof document === 'undefined') return
  // Who needs it asks again, and gets the failure.
  load().catch(() => undefined)
}
