import { listOf, readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { loginsDoNotMatch, requireIdentity, unlinkLogins } from '../identities.ts'
import { hasLogin } from '../identity.ts'
import { identityId, loginTokens, providerName } from '../members.ts'
import { readLogins } from '../provided-logins.ts'

const input = structure({
  IdentityId: identityId,
  Logins: loginTokens,
  LoginsToRemove: listOf(providerName),
})

export const unlinkIdentity: Operation = async (context, request) => {
  const { IdentityId, Logins, LoginsToRemove } = readInput(input, request)
  const provided = await readLogins(context, Logins)
  const identity = requireIdentity(context.state, IdentityId)
  const isOwner =
    provided?.verifiedIdentity === identity ||
    provided?.logins.some((login) => hasLogin(identity, login))
  if (!isOwner) throw loginsDoNotMatch()
  unlinkLogins(identity, ({ provider }) => LoginsToRemove.includes(provider), context.now)
  return {}
}
