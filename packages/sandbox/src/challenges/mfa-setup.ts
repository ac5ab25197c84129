import { invalidParameter } from '../errors.ts'
import { isOffered, softwareTokenNotFound } from '../pool/mfa/factors.ts'
import { isEmail } from '../pool/users/attributes.ts'
import { requireUnique } from '../pool/users/update-attributes.ts'
import { issueForcedChallenge } from '../sign-in/issue-forced-challenge.ts'
import { issueEmailChallenge } from '../sign-in/issue-mfa-challenge.ts'
import { requireSignInUser } from '../sign-in/sign-in-user.ts'
import { type Challenge, requireSessionOf } from './challenge.ts'
import { mfaPassed } from './mfa-passed.ts'

/** Takes the session of VerifySoftwareToken, or an EMAIL to which it sends a code. */
export const mfaSetup: Challenge = async (context, responses, token) => {
  const session = requireSessionOf(context, 'MFA_SETUP', responses, token)
  const { signIn, isVerified } = session.pending
  const user = requireSignInUser(context.state, signIn)
  const { EMAIL } = responses
  if (EMAIL === undefined) {
    if (!isVerified) throw softwareTokenNotFound()
    session.used = true
    return mfaPassed(context, signIn, signIn.deviceKey, 'SOFTWARE_TOKEN_MFA')
  }
  if (!isOffered(context.state.options, 'EMAIL_OTP')) {
    throw invalidParameter('Email MFA has not been enabled by the userPool')
  }
  if (!isEmail(EMAIL)) throw invalidParameter('Invalid email address format.')
  requireUnique(context.state, user, 'email', EMAIL)
  session.used = true
  return (
    (await issueForcedChallenge(context, signIn)) ??
    issueEmailChallenge(context, signIn, user, EMAIL, 'setup')
  )
}
