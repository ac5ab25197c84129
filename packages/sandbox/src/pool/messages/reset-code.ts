import { invalidParameter, notAuthorized } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import type { PoolOptions } from '../options/pool-options.ts'
import type { User } from '../users/user.ts'
import { codeLifetimes, createCode } from './codes.ts'
import { type CodeDeliveryDetails, deliveryDetails, mediumFor } from './outbox.ts'
import { sendMessage } from './send-message.ts'

const legacyMechanisms = [
  { Name: 'verified_phone_number', Priority: 1 },
  { Name: 'verified_email', Priority: 2 },
] as const

const contactOf = {
  verified_email: 'email',
  verified_phone_number: 'phone_number',
  admin_only: undefined,
} as const

/** Where a reset code is sent, by the pool's AccountRecoverySetting. */
function recoveryContact(
  { AccountRecoverySetting: { RecoveryMechanisms } }: PoolOptions,
  user: User,
): 'email' | 'phone_number' {
  const mechanisms = RecoveryMechanisms.length > 0 ? RecoveryMechanisms : legacyMechanisms
  if (mechanisms.some(({ Name }) => Name === 'admin_only')) {
    throw notAuthorized('Contact administrator to reset password.')
  }
  // A phone that is the second factor must not also reset the password.
  const isSecondFactor = RecoveryMechanisms.length > 0 && user.mfa.enabled.includes('SMS_MFA')
  const isUsable = (name: 'email' | 'phone_number') =>
    user.attributes[`${name}_verified`] === 'true' && !(name === 'phone_number' && isSecondFactor)
  const found = [...mechanisms]
    .sort((a, b) => a.Priority - b.Priority)
    .map(({ Name }) => contactOf[Name])
    .find((name) => name !== undefined && isUsable(name))
  if (found === undefined) {
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    )
  }
  return found
}

/** Sends a code to reset the password. It replaces the earlier code. */
export async function sendResetCode(
  context: OperationContext,
  user: User,
): Promise<CodeDeliveryDetails> {
  const { state, random, now } = context
  const attribute = recoveryContact(state.options, user)
  const to = user.attributes[attribute] ?? ''
  const pending = createCode(random, attribute, now + codeLifetimes.reset)
  user.resetCode = pending
  const medium = mediumFor(attribute)
  await sendMessage(context, user, { kind: 'forgotPassword', medium, to, code: pending.code })
  return deliveryDetails(attribute, to)
}

export function resetRejected() {
  return notAuthorized('User password cannot be reset in the current state.')
}
