import type { PasskeyAutofilled } from '../chart/outcomes.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { abortError, abortWith, onAbort } from '../platform/abort.ts'
import type { AuthPorts, Passkeys, RequestOptions } from '../ports/index.ts'

/** A `Session` lasts 3 minutes or longer (`AuthSessionValidity`): its list is renewed before. */
const renewalMs = 150_000

interface Offer extends Pick<AuthPorts, 'userPool' | 'clock' | 'pageLife'> {
  readonly passkeys: Passkeys
  readonly username: string
  readonly timeoutMs: number
}

/**
 * Offers the passkeys of a user in the list of the field, until the user picks one, or the signal aborts.
 * `undefined`: there is none to pick.
 */
export async function autofillPasskey(
  { userPool, clock, pageLife, passkeys, username, timeoutMs }: Offer,
  options: RequestOptions,
): Promise<PasskeyAutofilled | undefined> {
  const { canAutofill } = await passkeys.capabilities()
  while (canAutofill && !options.signal.aborted) {
    const request = (signal: AbortSignal) =>
      userPool.signIn({ username, factor: 'PASSKEY' }, { signal })
    const challenge = await withDeadline(timeoutMs, request, options.signal)
    // The user has no passkey any more.
    if (challenge.kind === 'tokens' || challenge.type !== 'passkey') return undefined
    const credential = await untilRenewal({ clock, pageLife }, options.signal, (signal) =>
      passkeys.get(challenge.request, { signal, mediation: 'conditional' }),
    )
    if (credential) return { username, challenge, credential }
  }
  return undefined
}

/** The result of `work`; `undefined` when it was aborted so that it can be renewed. */
async function untilRenewal<T>(
  { clock, pageLife }: Pick<AuthPorts, 'clock' | 'pageLife'>,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const renewAt = clock.now() + renewalMs
  const controller = new AbortController()
  const abort = () => abortWith(controller, abortError('The list is renewed'))
  const renew = () => {
    if (clock.now() >= renewAt) abort()
  }
  const timer = setTimeout(abort, renewalMs)
  const stops = [onAbort(parent, abort), pageLife.onWake(renew)]
  try {
    return await work(controller.signal)
  } catch (error) {
    if (controller.signal.aborted && !parent.aborted) return undefined
    throw error
  } finally {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
