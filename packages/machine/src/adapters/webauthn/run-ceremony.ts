import { WebAuthnAbortService } from '@simplewebauthn/browser'
import { pause } from '../../concurrency/pause.ts'
import { PasskeyError, type PasskeyErrorName } from '../../errors/passkey-error.ts'
import { onAbort, throwIfAborted } from '../../platform/abort.ts'

interface Ceremony {
  cancel(): Promise<void>
  readonly done: Promise<unknown>
}

/** A browser runs one at a time. */
let last: Ceremony | undefined

/** How often, and after how many ms each, a ceremony is cancelled that has not stopped. */
const attempts = 50
const attemptMs = 20

/**
 * Runs a ceremony of the library after the one before it has been cancelled.
 *
 * @throws PasskeyError; the signal's reason
 */
export async function runCeremony<Result>(
  signal: AbortSignal,
  start: () => Promise<Result>,
): Promise<Result> {
  throwIfAborted(signal)
  const before = last
  let isDone = false
  let isCancelled = false

  async function cancel() {
    isCancelled = true
    // The library asks the browser before it begins, and cannot be cancelled until then.
    for (let attempt = 0; attempt < attempts && !isDone; attempt += 1) {
      WebAuthnAbortService.cancelCeremony()
      await pause(attemptMs)
    }
  }

  async function run() {
    await before?.cancel()
    throwIfAborted(signal)
    if (isCancelled) throw new PasskeyError('PasskeyCancelledError', 'Another ceremony has begun')
    return start()
  }

  const done = run().finally(() => {
    isDone = true
  })
  const ceremony: Ceremony = { cancel, done }
  last = ceremony
  const forget = onAbort(signal, () => void cancel())
  try {
    return await done
  } catch (cause) {
    throwIfAborted(signal)
    throw toPasskeyError(cause)
  } finally {
    forget()
    if (last === ceremony) last = undefined
  }
}

/** By the names of the exceptions of WebAuthn, level 3. */
const names: ReadonlyMap<unknown, PasskeyErrorName> = new Map([
  ['NotAllowedError', 'PasskeyCancelledError'],
  ['AbortError', 'PasskeyCancelledError'],
  ['SecurityError', 'PasskeyWrongSiteError'],
  ['InvalidStateError', 'PasskeyExistsError'],
  ['NotSupportedError', 'PasskeyUnsupportedError'],
  ['ConstraintError', 'PasskeyUnsupportedError'],
])

/** An exception that is not known stays as it is. */
function toPasskeyError(cause: unknown): unknown {
  const { name, message }: { name?: unknown; message?: unknown } = Object(cause)
  const known = names.get(name)
  return known ? new PasskeyError(known, String(message), { cause }) : cause
}
