import type { OperationContext } from '../operation.ts'
import { createSignUpCode } from './codes.ts'
import { type CodeDeliveryDetails, deliveryDetails, mediumFor, post } from './outbox.ts'
import type { User } from './user.ts'

/** Sends a new sign-up code, by SMS if both can be verified; undefined when there is nowhere to. */
export const sendSignUpCode = (
  context: OperationContext,
  user: User,
  kind: 'signUp' | 'resendCode',
): CodeDeliveryDetails | undefined => {
  const { state, random, now } = context
  for (const attribute of ['phone_number', 'email'] as const) {
    const to = user.attributes[attribute]
    if (to === undefined || !state.options.AutoVerifiedAttributes.includes(attribute)) continue
    const pending = createSignUpCode(random, attribute, now)
    user.signUpCode = pending
    post(context, {
      medium: mediumFor(attribute),
      to,
      username: user.username,
      kind,
      code: pending.code,
      body: `Your confirmation code is ${pending.code}`,
    })
    return deliveryDetails(attribute, to)
  }
  return undefined
}
