/** The reasons of aborted signals, for environments that do not store them (React Native). */
const reasons = new WeakMap<AbortSignal, Error>()

/** Aborts with a reason that {@link throwIfAborted} throws, in every environment. */
export function abortWith(controller: AbortController, reason: Error): void {
  if (controller.signal.aborted) return
  reasons.set(controller.signal, reason)
  controller.abort(reason)
}

/** The reason of an aborted signal. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? reasons.get(signal) ?? abortError('The request was given up')
}

/** Like `signal.throwIfAborted()`, which React Native's signals do not have. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortReason(signal)
}

interface Waiting {
  readonly callbacks: Set<() => void>
  readonly call: () => void
}

const waiting = new WeakMap<AbortSignal, Waiting>()

/**
 * Calls `callback` when `signal` aborts; the function that it returns unsubscribes. All callbacks of a
 * signal share one listener: Node warns of more than ten. The last one to unsubscribe removes it.
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

export function abortError(message: string): Error {
  return named('AbortError', message)
}

export function timeoutError(message: string): Error {
  return named('TimeoutError', message)
}

function named(name: string, message: string): Error {
  if (typeof DOMException === 'function') return new DOMException(message, name)
  return Object.assign(new Error(message), { name })
}
