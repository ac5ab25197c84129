import type { PasskeyAutofilled } from '../chart/outcomes.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { abortWith, onAbort } from '../platform/abort.ts'
import type { AuthPorts, Passkeys, RequestOptions } from '../ports/index.ts'
import { requirePasskeys } from './passkeys.ts'
import type { Requests } from './request.ts'

/** A `Session` lasts 3 minutes or longer (`AuthSessionValidity`): its list is renewed before. */
const renewalMs = 150_000

type PasskeyPorts = Pick<AuthPorts, 'userPool' | 'passkeys' | 'lastSignIn' | 'clock' | 'pageLife'>

/** The ceremonies of a passkey: in a dialog, and in the list of the field for the user name. */
export function passkeySignInRequests(
  ports: PasskeyPorts,
  timeoutMs: number,
): Pick<Requests, 'getPasskey' | 'autofillPasskey'> {
  const { userPool, lastSignIn } = ports

  /** A passkey that was picked in the list; `undefined` when the list has to be renewed. */
  async function pickOnce(
    passkeys: Passkeys,
    username: string,
    { signal }: RequestOptions,
  ): Promise<PasskeyAutofilled | 'over' | undefined> {
    const request = (signal: AbortSignal) =>
      userPool.signIn({ username, factor: 'PASSKEY' }, { signal })
    const challenge = await withDeadline(timeoutMs, request, signal)
    // The user has no passkey any more.
    if (challenge.kind === 'tokens' || challenge.type !== 'passkey') return 'over'
    const credential = await untilRenewal(ports, signal, (signal) =>
      passkeys.get(challenge.request, { signal, mediation: 'conditional' }),
    )
    return credential && { username, challenge, credential }
  }

  return {
    async getPasskey({ request }, options) {
      return { credential: await requirePasskeys(ports.passkeys).get(request, options) }
    },

    async autofillPasskey(_, options) {
      const passkeys = await offering(ports)
      const username = lastSignIn?.read()?.username
      while (passkeys && username && !options.signal.aborted) {
        const picked = await pickOnce(passkeys, username, options)
        if (picked === 'over') break
        if (picked) return picked
      }
      // Nothing to pick: no result either, which would be a change of the view.
      return new Promise<never>(() => undefined)
    },
  }
}

/** The passkeys of a browser that can list them, where the last user signed in with one. */
async function offering({
  userPool,
  passkeys,
  lastSignIn,
}: PasskeyPorts): Promise<Passkeys | undefined> {
  const isConfigured = userPool.passwordless?.factors.includes('PASSKEY')
  if (!passkeys || !isConfigured || lastSignIn?.read()?.factor !== 'PASSKEY') return undefined
  const { canAutofill } = await passkeys.capabilities()
  return canAutofill ? passkeys : undefined
}

/** The result of `work`; `undefined` when it was given up so that it can be renewed. */
async function untilRenewal<T>(
  { clock, pageLife }: Pick<AuthPorts, 'clock' | 'pageLife'>,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const renewAt = clock.now() + renewalMs
  const controller = new AbortController()
  const give = () => abortWith(controller, new DOMException('The list is renewed', 'AbortError'))
  const renew = () => {
    if (clock.now() >= renewAt) give()
  }
  const timer = setTimeout(give, renewalMs)
  const stops = [onAbort(parent, give), pageLife.onWake(renew)]
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
