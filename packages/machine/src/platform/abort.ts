/** Why a signal was aborted, where its environment does not keep that (React Native). */
const reasons = new WeakMap<AbortSignal, Error>()

/** Aborts with a reason that {@link throwIfAborted} throws, in every environment. */
export function abortWith(controller: AbortController, reason: Error): void {
  if (controller.signal.aborted) return
  reasons.set(controller.signal, reason)
  controller.abort(reason)
}

/** Why `signal` was aborted. */
export const abortReason = (signal: AbortSignal): unknown =>
  signal.reason ?? reasons.get(signal) ?? abortError('The request was given up')

/** As `signal.throwIfAborted()`, which React Native's signals do not have. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortReason(signal)
}

const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Calls back when `signal` aborts, until the function that it gives is called. One listener for all who
 * wait for the same signal: Node warns of more than ten.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = waiting.get(signal) ?? new Set()
  if (!waiting.has(signal)) {
    waiting.set(signal, callbacks)
    signal.addEventListener('abort', () => {
      for (const call of [...callbacks]) call()
    })
  }
  callbacks.add(callback)
  return () => void callbacks.delete(callback)
}

export const abortError = (message: string): Error => named('AbortError', message)

export const timeoutError = (message: string): Error => named('TimeoutError', message)

function named(name: string, message: string): Error {
  if (typeof DOMException === 'function') return new DOMException(message, name)
  return Object.assign(new Error(message), { name })
}
