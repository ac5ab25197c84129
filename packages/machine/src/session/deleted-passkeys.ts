import { encodeBase64Url, encodeUtf8 } from '../platform/encode.ts'
import type { AuthPorts, Passkey } from '../ports/index.ts'
import { readTokens } from '../tokens/token-facts.ts'
import type { SessionKeeper } from './session-keeper.ts'

/** Reports to the password manager which passkeys are left, when some that were there before are gone. */
export async function forgetDeletedPasskeys(
  keeper: SessionKeeper,
  { passkeys }: AuthPorts,
  before: readonly Passkey[],
  now: readonly Passkey[],
): Promise<void> {
  const ids = now.map(({ id }) => id)
  const gone = before.filter(({ id }) => !ids.includes(id))
  const rpIds = new Set(gone.map(({ rpId }) => rpId).filter((rpId) => rpId !== undefined))
  if (!passkeys || rpIds.size === 0) return
  const tokens = await keeper.resumed()
  if (!tokens) return
  // As in the registration: `user.id` is the `sub`.
  const userId = encodeBase64Url(encodeUtf8(readTokens(tokens).user.userId))
  for (const rpId of rpIds) await passkeys.signalAccepted({ rpId, userId, ids })
}
