import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { describeMfaConfig } from '../pool/mfa/describe-mfa-config.ts'
import { requireUserPool } from '../pool/options/client.ts'

const input = structure({ UserPoolId: userPoolId })

export const getUserPoolMfaConfig: Operation = ({ state }, request) => {
  requireUserPool(state, readInput(input, request).UserPoolId)
  return describeMfaConfig(state.options)
}
