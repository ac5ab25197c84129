import { setTimeout as sleep } from 'node:timers/promises'

const pollMs = 150

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
        signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
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
