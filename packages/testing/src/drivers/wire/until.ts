/** The longest time that a step takes, in ms. */
const patienceMs = 8_000

/**
 * Waits until `read` returns something.
 *
 * @throws Error with the text `otherwise` when nothing came for 8 s
 */
export async function until<T>(read: () => T | undefined | false, otherwise: string): Promise<T> {
  const end = performance.now() + patienceMs
  for (;;) {
    const found = read()
    if (found) return found
    if (performance.now() > end) throw new Error(otherwise)
    await tick()
  }
}

/** After the tasks that are due now. */
export function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
