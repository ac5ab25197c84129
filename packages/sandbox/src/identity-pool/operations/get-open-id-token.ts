import { invalidParameter } from '../../errors.ts'
import { optional, readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { identityOfLogins } from '../authenticate.ts'
import { requireGuest, requireIdentity } from '../identities.ts'
import { identityId, loginTokens } from '../members.ts'
import { signOpenIdToken } from '../open-id-token.ts'
import { readLogins } from '../provided-logins.ts'

const input = structure({ IdentityId: identityId, Logins: optional(loginTokens) })

const tenMinutes = 600

/** The first step of the classic flow. The second step is AWS STS. */
export const getOpenIdToken: Operation = async (context, request) => {
  const { IdentityId, Logins } = readInput(input, request)
  const { state } = context
  if (!state.identityPool.options.AllowClassicFlow) {
    throw invalidParameter('Basic (classic) flow is not enabled, please use enhanced flow.')
  }
  const provided = await readLogins(context, Logins)
  const given = requireIdentity(state, IdentityId)
  const identity = provided
    ? identityOfLogins(context, provided, given)
    : requireGuest(state, given)
  return {
    IdentityId: identity.id,
    Token: await signOpenIdToken(context, identity, tenMinutes),
  }
}
