import { onAbort } from '../platform/abort.ts'

/** Waits for `ms` (ms), or until `signal` aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      forget?.()
      resolve()
    }
    const timer = setTimeout(end, ms)
    const forget = signal && onAbort(signal, end)
    if (signal?.aborted) end()
  })
}
