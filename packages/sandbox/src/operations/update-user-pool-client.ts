import { clientId, userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClient, requireUserPool } from '../pool/client.ts'
import { clientMembers, mergePoolOptions } from '../pool/patch-pool-options.ts'

const input = structure({
  UserPoolId: userPoolId,
  ClientId: clientId,
  ...clientMembers,
})

/** Members left out keep their value, where the service would set them to its defaults. */
export const updateUserPoolClient: Operation = ({ state }, request) => {
  const { UserPoolId, ClientId, ...patch } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  requireClient(state, ClientId)
  state.options = mergePoolOptions(state.options, patch)
  const options = state.options
  return {
    UserPoolClient: {
      UserPoolId,
      ClientId,
      ExplicitAuthFlows: options.ExplicitAuthFlows,
      PreventUserExistenceErrors: options.PreventUserExistenceErrors,
      EnableTokenRevocation: options.EnableTokenRevocation,
      AuthSessionValidity: options.AuthSessionValidity,
      AccessTokenValidity: options.AccessTokenValidity,
      IdTokenValidity: options.IdTokenValidity,
      RefreshTokenValidity: options.RefreshTokenValidity,
      TokenValidityUnits: options.TokenValidityUnits,
      RefreshTokenRotation: options.RefreshTokenRotation,
    },
  }
}
