/** In ms: nothing in a process takes as long, also where a busy machine loads a module for the first time. */
const patienceMs = 20_000

/** The request has settled, and its callers have continued. */
export function turn() {
  return new Promise<void>((resolve) => setTimeout(resolve))
}

/** Looks again and again, and gives what it finds. */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | false,
  ms = patienceMs,
): Promise<Found> {
  const end = performance.now() + ms
  for (;;) {
    const found = look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`)
    await turn()
  }
}
