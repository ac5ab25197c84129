import type { OperationContext } from '../operation.ts'
import { preAuthenticate } from '../pool/credentials/passwords.ts'
import { verifyContact } from '../pool/messages/verify-contact.ts'
import { spendSession } from '../sign-in/challenge-sessions.ts'
import type { ChallengeSession, Pending } from '../sign-in/pending-challenge.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import type { Responses } from './challenge.ts'
import { factorPassed } from './factor-passed.ts'

/**
 * The right code as the first factor also verifies the address, and confirms a user who signed up but did not
 * return the sign-up code.
 */
export function oneTimeCodePassed(
  context: OperationContext,
  session: ChallengeSession<Pending<'EMAIL_OTP' | 'SMS_OTP'>>,
  contact: 'email' | 'phone_number',
  responses: Responses,
): Promise<object> {
  const { signIn, to } = session.pending
  const user = requireSignInUser(context.state, signIn)
  return spendSession(session, async () => {
    await preAuthenticate(context, user.username)
    if (user.attributes[contact] === to) verifyContact(context, user, contact, to)
    if (user.status === 'UNCONFIRMED') {
      user.status = 'CONFIRMED'
      user.signUpCode = undefined
      await postConfirmation(context, user, 'PostConfirmation_ConfirmSignUp')
    }
    return factorPassed(context, signIn, user, responses)
  })
}
