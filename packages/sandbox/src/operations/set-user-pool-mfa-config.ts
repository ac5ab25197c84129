import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/client.ts'
import { mergePoolOptions, mfaMembers } from '../pool/patch-pool-options.ts'

const input = structure({ UserPoolId: userPoolId, ...mfaMembers })

export const setUserPoolMfaConfig: Operation = ({ state }, request) => {
  const { UserPoolId, ...patch } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  state.options = mergePoolOptions(state.options, patch)
  return { MfaConfiguration: state.options.MfaConfiguration }
}
