import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { schemaName } from '../pool/users/attributes.ts'

const input = structure({ UserPoolId: userPoolId })

export const describeUserPool: Operation = ({ state }, request) => {
  const { UserPoolId } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  const { options } = state
  return {
    UserPool: {
      Id: UserPoolId,
      Policies: options.Policies,
      SchemaAttributes: options.SchemaAttributes.map((attribute) => ({
        ...attribute,
        Name: schemaName(attribute.Name),
      })),
      AutoVerifiedAttributes: options.AutoVerifiedAttributes,
      AliasAttributes: options.AliasAttributes,
      UsernameAttributes: options.UsernameAttributes,
      UsernameConfiguration: options.UsernameConfiguration,
      UserAttributeUpdateSettings: options.UserAttributeUpdateSettings,
      UserPoolTier: options.UserPoolTier,
      IssuerConfiguration: options.IssuerConfiguration,
      MfaConfiguration: options.MfaConfiguration,
      ...(options.DeviceConfiguration && { DeviceConfiguration: options.DeviceConfiguration }),
      EstimatedNumberOfUsers: state.users.size,
      AdminCreateUserConfig: options.AdminCreateUserConfig,
      ...(options.AccountRecoverySetting.RecoveryMechanisms.length > 0 && {
        AccountRecoverySetting: options.AccountRecoverySetting,
      }),
    },
  }
}
