import { setTimeout as sleep } from 'node:timers/promises'

const pollMs = 150

/** A first page may take long on a busy machine. */
const requestMs = 30_000

/**
 * Waits until a page answers with success.
 *
 * @param {string} url
 * @param {AbortSignal} signal
 */
export async function waitForHttp(url, signal) {
  while (!signal.aborted) {
    try {
      const answer = await fetch(url, {
        headers: { accept: 'text/html' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
      })
      await answer.arrayBuffer()
      if (answer.ok) return
    } catch {
      // Not there yet.
    }
    await sleep(pollMs)
  }
  signal.throwIfAborted()
}
