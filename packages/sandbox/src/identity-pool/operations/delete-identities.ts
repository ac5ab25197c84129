import { listOf, readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { identityId } from '../members.ts'

const input = structure({ IdentityIdsToDelete: listOf(identityId) })

/** An unknown id is no error: the operation declares no ResourceNotFoundException. */
export const deleteIdentities: Operation = ({ state }, request) => {
  const { IdentityIdsToDelete } = readInput(input, request)
  for (const id of IdentityIdsToDelete) state.identityPool.identities.delete(id)
  return { UnprocessedIdentityIds: [] }
}
