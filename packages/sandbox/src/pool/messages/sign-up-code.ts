import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import { codeLifetimes, createCode } from './codes.ts'
import { type CodeDeliveryDetails, deliveryDetails, mediumFor } from './outbox.ts'
import { sendMessage } from './send-message.ts'

/**
 * Sends a new sign-up code, by SMS if both can be verified; undefined if the user has no address.
 */
export async function sendSignUpCode(
  context: OperationContext,
  user: User,
  kind: 'signUp' | 'resendCode',
): Promise<CodeDeliveryDetails | undefined> {
  const { state, random, now } = context
  for (const attribute of ['phone_number', 'email'] as const) {
    const to = user.attributes[attribute]
    if (to === undefined || !state.options.AutoVerifiedAttributes.includes(attribute)) continue
    const pending = createCode(random, attribute, now + codeLifetimes.verify)
    user.signUpCode = pending
    await sendMessage(context, user, { kind, medium: mediumFor(attribute), to, code: pending.code })
    return deliveryDetails(attribute, to)
  }
  return undefined
}
