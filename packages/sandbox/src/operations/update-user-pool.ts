import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { mfaMembers } from '../pool/mfa/mfa-members.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { mergePoolOptions } from '../pool/options/patch-pool-options.ts'
import { poolMembers } from '../pool/options/pool-members.ts'

const input = structure({
  UserPoolId: userPoolId,
  ...poolMembers,
  MfaConfiguration: mfaMembers.MfaConfiguration,
})

/** Omitted members keep their value; the service would reset them to their defaults. */
export const updateUserPool: Operation = ({ state }, request) => {
  const { UserPoolId, ...patch } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  state.options = mergePoolOptions(state.options, patch)
  return {}
}
