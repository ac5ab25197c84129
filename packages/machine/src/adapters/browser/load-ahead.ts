/** In a page: loads a chunk while the user reads the first screen. */
export function loadAhead(load: () => Promise<unknown>): void {
  if (typeof document === 'undefined') return
  // The caller that needs the chunk imports it again, and gets the failure.
  load().catch(() => undefined)
}
