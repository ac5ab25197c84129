import { accessToken, attributeName } from '../input/members.ts'
import { listOf, oneOf, optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { setPreference } from '../pool/mfa/mfa-preference.ts'
import { requireAccessToken } from '../pool/tokens/access-token.ts'

const input = structure({
  AccessToken: accessToken,
  MFAOptions: listOf(
    structure({
      DeliveryMedium: optional(oneOf('SMS', 'EMAIL')),
      AttributeName: optional(attributeName),
    }),
  ),
})

/** The old operation to switch SMS codes on or, with an empty list, off. */
export const setUserSettings: Operation = async (context, request) => {
  const { AccessToken, MFAOptions } = readInput(input, request)
  const { user } = await requireAccessToken(context, AccessToken)
  const Enabled = MFAOptions.some(({ DeliveryMedium }) => DeliveryMedium === 'SMS')
  setPreference(context.state.options, user, { SMSMfaSettings: { Enabled } })
  user.modifiedAt = context.now
  return {}
}
