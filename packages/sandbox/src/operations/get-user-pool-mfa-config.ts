import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/client.ts'
import { describeMfaConfig } from '../pool/mfa-config.ts'

const input = structure({ UserPoolId: userPoolId })

export const getUserPoolMfaConfig: Operation = ({ state }, request) => {
  requireUserPool(state, readInput(input, request).UserPoolId)
  return describeMfaConfig(state.options)
}
