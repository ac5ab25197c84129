import { clientId, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClient, requireUserPool } from '../pool/options/client.ts'
import { describeClient } from '../pool/options/describe-client.ts'

const input = structure({ UserPoolId: userPoolId, ClientId: clientId })

export const describeUserPoolClient: Operation = ({ state }, request) => {
  const { UserPoolId, ClientId } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  requireClient(state, ClientId)
  return { UserPoolClient: describeClient(state) }
}
