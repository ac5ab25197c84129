import { clientId, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClient, requireUserPool } from '../pool/options/client.ts'
import { clientMembers } from '../pool/options/client-members.ts'
import { describeClient } from '../pool/options/describe-client.ts'
import { mergePoolOptions } from '../pool/options/patch-pool-options.ts'

const input = structure({
  UserPoolId: userPoolId,
  ClientId: clientId,
  ...clientMembers,
})

/** Omitted members keep their value; the service would reset them to their defaults. */
export const updateUserPoolClient: Operation = ({ state }, request) => {
  const { UserPoolId, ClientId, ...patch } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  requireClient(state, ClientId)
  state.options = mergePoolOptions(state.options, patch)
  return { UserPoolClient: describeClient(state) }
}
