import type { PasskeyOffer } from '../chart/context.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import type { AuthPorts, Challenge, RequestOptions, SessionTokens } from '../ports/index.ts'
import { passkeyNotesOf } from '../session/note-sign-in.ts'
import { isUserPool } from '../tokens/token-facts.ts'

/** How long a sign-in waits for it, in ms. */
const longestMs = 3_000

/** What is known about a sign-in that has just succeeded. */
interface Finished {
  readonly tokens: SessionTokens
  /** The challenge that was answered last; `undefined` where there was none. */
  readonly answered: Challenge | undefined
  /** As typed. */
  readonly username: string
}

/**
 * The passkey to offer to a user who has just signed in and has none. Never rejects: what cannot be found out is
 * not offered.
 */
export async function passkeyOfferOf(
  ports: AuthPorts,
  { tokens, answered, username }: Finished,
  { signal }: RequestOptions,
): Promise<PasskeyOffer | undefined> {
  const { userPool, passkeys } = ports
  const { passwordless } = userPool
  const isWanted = passwordless?.passkeyPrompt && passwordless.factors.includes('PASSKEY')
  const notes = passkeyNotesOf(ports, username)
  const hasOne = answered?.type === 'passkey' || answered?.factors.includes('PASSKEY')
  if (!isWanted || !passkeys || hasOne || notes?.isPasskeyPromptSkipped) return undefined
  if (!isUserPool(tokens)) return undefined
  const find = async (signal: AbortSignal) => {
    const { canSignIn, canUpgrade } = await passkeys.capabilities()
    if (!canSignIn) return undefined
    // A list without passkeys may only mean that a second factor excludes them.
    const found = await userPool.listPasskeys(tokens, { signal })
    if (found.length > 0) return undefined
    return canUpgrade && isByPassword(answered) && !notes?.hasFailedUpgrade ? 'upgrade' : 'prompt'
  }
  return withDeadline(longestMs, find, signal).catch(() => undefined)
}

/** A browser creates a passkey without a dialog only where it has filled in the password. */
function isByPassword(answered: Challenge | undefined): boolean {
  return !(answered?.type === 'code' && answered.factor === 'first')
}
