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

interface Waiting {
  readonly callbacks: Set<() => void>
  readonly call: () => void
}

const waiting = new WeakMap<AbortSignal, Waiting>()

/**
 * Calls back when `signal` aborts, until the function that it gives is called. One listener for all who
 * wait for the same signal: Node warns of more than ten. Nothing stays on the signal when nobody waits.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, call } = waiting.get(signal) ?? listen(signal)
  callbacks.add(callback)
  return () => {
    callbacks.delete(callback)
    if (callbacks.size > 0) return
    signal.removeEventListener('abort', call)
    if (waiting.get(signal)?.callbacks === callbacks) waiting.delete(signal)
  }
}

function listen(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>()
  const call = () => {
    for (const callback of [...callbacks]) callback()
  }
  const made = { callbacks, call }
  waiting.set(signal, made)
  signal.addEventListener('abort', call)
  return made
}

export const abortError = (message: string): Error => named('AbortError', message)

export const timeoutError = (message: string): Error => named('TimeoutError', message)

function named(name: string, message: string): Error {
  if (typeof DOMException === 'function') return new DOMException(message, name)
  return Object.assign(new Error(message), { name })
}
