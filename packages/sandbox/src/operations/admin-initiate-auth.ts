import { adminAuthFlows } from '../auth-flows/index.ts'
import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { beginSignIn, initiateAuthMembers } from './initiate-auth.ts'

const input = structure({ UserPoolId: userPoolId, ...initiateAuthMembers })

/** A server signs a user in. It can send the password without SRP and without ALLOW_USER_PASSWORD_AUTH. */
export const adminInitiateAuth: Operation = (context, request) => {
  const { UserPoolId, ...rest } = readInput(input, request)
  requireUserPool(context.state, UserPoolId)
  return beginSignIn(context, rest, adminAuthFlows)
}
