import { optional, readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { identityOfLogins } from '../authenticate.ts'
import { issueCredentials } from '../credentials.ts'
import { requireGuest, requireIdentity } from '../identities.ts'
import { identityId, loginTokens, roleArn } from '../members.ts'
import { readLogins } from '../provided-logins.ts'
import { guestRole, userRole } from '../role.ts'

const input = structure({
  IdentityId: identityId,
  Logins: optional(loginTokens),
  CustomRoleArn: optional(roleArn),
})

/** After a guest was merged, the IdentityId of the response differs from the requested one. */
export const getCredentialsForIdentity: Operation = async (context, request) => {
  const { IdentityId, Logins, CustomRoleArn } = readInput(input, request)
  const provided = await readLogins(context, Logins)
  const { state } = context
  const given = requireIdentity(state, IdentityId)
  if (!provided) {
    const guest = requireGuest(state, given)
    const Credentials = issueCredentials(context, guest, guestRole(state))
    return { IdentityId: guest.id, Credentials }
  }
  const role = userRole(state, provided.logins, CustomRoleArn)
  const identity = identityOfLogins(context, provided, given)
  return { IdentityId: identity.id, Credentials: issueCredentials(context, identity, role) }
}
