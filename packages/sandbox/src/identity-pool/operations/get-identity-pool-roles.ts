import { readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { requireIdentityPool } from '../identities.ts'
import { identityPoolId } from '../members.ts'

const input = structure({ IdentityPoolId: identityPoolId })

export const getIdentityPoolRoles: Operation = ({ state }, request) => {
  const { IdentityPoolId } = readInput(input, request)
  requireIdentityPool(state, IdentityPoolId)
  const { Roles, RoleMappings } = state.identityPool.options
  return { IdentityPoolId, Roles, RoleMappings }
}
