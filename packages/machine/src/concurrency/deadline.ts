import { abortError, abortReason, abortWith, onAbort, timeoutError } from '../platform/abort.ts'

/**
 * Runs `work` until it settles, `timeoutMs` (ms) have passed or `parent` aborts, whichever is first.
 * The signal given to `work` aborts in both cases; work that ignores it goes on without effect.
 *
 * @throws an error named `TimeoutError` or `AbortError`.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T> {
  const controller = new AbortController()
  const abort = () => abortWith(controller, abortError('The request was given up'))
  const expire = () => abortWith(controller, timeoutError(`No answer within ${timeoutMs} ms`))
  const timer = setTimeout(expire, timeoutMs)
  if (parent?.aborted) abort()
  const forget = parent && onAbort(parent, abort)
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(abortReason(controller.signal))
    if (controller.signal.aborted) stop()
    controller.signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work(controller.signal), stopped])
  } finally {
    clearTimeout(timer)
    forget?.()
  }
}
