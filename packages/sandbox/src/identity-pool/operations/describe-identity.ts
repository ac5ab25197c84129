import { readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { requireIdentity } from '../identities.ts'
import { describeIdentity as describe } from '../identity.ts'
import { identityId } from '../members.ts'

const input = structure({ IdentityId: identityId })

export const describeIdentity: Operation = ({ state }, request) => {
  const { IdentityId } = readInput(input, request)
  return describe(requireIdentity(state, IdentityId))
}
