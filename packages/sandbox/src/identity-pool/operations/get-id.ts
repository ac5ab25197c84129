import { optional, readInput, structure, text } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { identityOfLogins } from '../authenticate.ts'
import { checkGuestsAllowed, createIdentity, requireIdentityPool } from '../identities.ts'
import { identityPoolId, loginTokens } from '../members.ts'
import { readLogins } from '../provided-logins.ts'

const input = structure({
  AccountId: optional(text({ min: 1, max: 15, pattern: /\d+/ })),
  IdentityPoolId: identityPoolId,
  Logins: optional(loginTokens),
})

/** Without logins every call creates another guest. */
export const getId: Operation = async (context, request) => {
  const { IdentityPoolId, Logins } = readInput(input, request)
  requireIdentityPool(context.state, IdentityPoolId)
  const provided = await readLogins(context, Logins)
  if (provided) return { IdentityId: identityOfLogins(context, provided).id }
  checkGuestsAllowed(context.state)
  return { IdentityId: createIdentity(context).id }
}
