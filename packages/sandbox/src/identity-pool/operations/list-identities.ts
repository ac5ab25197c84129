import { pageToken } from '../../input/members.ts'
import { pageOf, where } from '../../input/paging.ts'
import { flag, optional, readInput, structure } from '../../input/reader.ts'
import type { Operation } from '../../operation.ts'
import { requireIdentityPool } from '../identities.ts'
import { describeIdentity } from '../identity.ts'
import { identityPoolId, pageSize } from '../members.ts'

const input = structure({
  IdentityPoolId: identityPoolId,
  MaxResults: pageSize,
  NextToken: optional(pageToken),
  HideDisabled: optional(flag),
})

export const listIdentities: Operation = ({ state }, request) => {
  const { IdentityPoolId, MaxResults, NextToken, HideDisabled } = readInput(input, request)
  requireIdentityPool(state, IdentityPoolId)
  const all = state.identityPool.identities.values()
  const shown = HideDisabled ? where(all, ({ disabled }) => !disabled) : all
  const { page, next } = pageOf(shown, { limit: MaxResults, token: NextToken })
  return { IdentityPoolId, Identities: page.map(describeIdentity), NextToken: next }
}
