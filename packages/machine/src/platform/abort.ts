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

export const abortError = (message: string): Error => named('AbortError', message)

export const timeoutError = (message: string): Error => named('TimeoutError', message)

function named(name: string, message: string): Error {
  if (typeof DOMException === 'function') return new DOMException(message, name)
  return Object.assign(new Error(message), { name })
}
