import type { OperationContext } from '../operation.ts'
import { simulatedContact } from '../pool/credentials/fake-user.ts'
import { deliveryDetails, mediumFor } from '../pool/messages/outbox.ts'
import { sendMessage } from '../pool/messages/send-message.ts'
import type { User } from '../pool/users/user.ts'
import { randomDigits } from '../random.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import { canSignIn } from './first-factors.ts'
import type { ChoiceSignIn } from './sign-in.ts'
import { findSignInUser } from './sign-in-user.ts'
import { withChoices } from './with-choices.ts'

const contactOf = { EMAIL_OTP: 'email', SMS_OTP: 'phone_number' } as const

/**
 * Sends a code as the first factor. Codes that this user got earlier in this way are dead. To a user who does not
 * exist nothing is sent, and no code is right.
 */
export async function issueOneTimeCode(
  context: OperationContext,
  signIn: ChoiceSignIn,
  challenge: 'EMAIL_OTP' | 'SMS_OTP',
) {
  const { state, random } = context
  const contact = contactOf[challenge]
  const user = findSignInUser(state, signIn)
  const address = user && canSignIn(user) ? user.attributes[contact] : undefined
  const to = address ?? simulatedContact(state, signIn.username, contact)
  const code = randomDigits(random, 8)
  if (user && address !== undefined) {
    killEarlierCodes(context, user, challenge)
    await sendMessage(context, user, { kind: 'signIn', medium: mediumFor(contact), to, code })
  }
  const sent = { code: address === undefined ? undefined : code, to }
  const pending =
    challenge === 'EMAIL_OTP'
      ? ({ challenge, signIn, ...sent, purpose: 'firstFactor' } as const)
      : ({ challenge, signIn, ...sent } as const)
  return withChoices(signIn, {
    ChallengeName: challenge,
    Session: openChallengeSession(context, pending),
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: mediumFor(contact),
      CODE_DELIVERY_DESTINATION: deliveryDetails(contact, to).Destination,
    },
  })
}

/** A session whose code is dead still answers, as if the code were wrong. */
function killEarlierCodes(
  { state }: OperationContext,
  { sub }: User,
  challenge: 'EMAIL_OTP' | 'SMS_OTP',
): void {
  for (const session of state.challengeSessions.values()) {
    const { pending } = session
    if (pending.signIn.sub !== sub || pending.challenge !== challenge) continue
    if (pending.challenge === 'SMS_OTP') session.pending = { ...pending, code: undefined }
    if (pending.challenge === 'EMAIL_OTP' && pending.purpose === 'firstFactor') {
      session.pending = { ...pending, code: undefined }
    }
  }
}
