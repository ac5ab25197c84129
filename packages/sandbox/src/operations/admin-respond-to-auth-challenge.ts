import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { respondMembers, takeResponse } from './respond-to-auth-challenge.ts'

const input = structure({ UserPoolId: userPoolId, ...respondMembers })

export const adminRespondToAuthChallenge: Operation = (context, request) => {
  const { UserPoolId, ...rest } = readInput(input, request)
  requireUserPool(context.state, UserPoolId)
  return takeResponse(context, rest)
}
