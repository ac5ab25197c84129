import { invalidParameter } from '../errors.ts'
import { isRecord } from '../input/reader.ts'
import type { OperationContext } from '../operation.ts'
import { dueFactors, offeredFactors } from '../pool/mfa/factors.ts'
import { type MfaFactor, mfaFactors } from '../pool/mfa/user-mfa.ts'
import type { User } from '../pool/users/user.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { type ForcedChallenge, takeForced } from './forced-challenge.ts'
import { issueFactorChallenge, issueMfaSelection, issueMfaSetup } from './issue-mfa-challenge.ts'
import { issueNewPasswordChallenge } from './issue-new-password-challenge.ts'
import type { SignIn } from './sign-in.ts'
import { findSignInUser, requireSignInUser } from './sign-in-user.ts'

/**
 * The challenge, or the tokens, that the control address set for the next sign-in through the API.
 * Only the choice is forced: session, code and answer are real. Undefined if nothing is forced.
 */
export async function issueForcedChallenge(
  context: OperationContext,
  signIn: SignIn,
): Promise<object | undefined> {
  if (signIn.isHosted || !findSignInUser(context.state, signIn)) return undefined
  const user = requireSignInUser(context.state, signIn)
  const forced = takeForced(context.state.forcedChallenges)
  if (!forced) return undefined
  const issued = await issue(context, signIn, user, forced)
  if (!('ChallengeParameters' in issued) || !isRecord(issued.ChallengeParameters)) return issued
  return { ...issued, ChallengeParameters: { ...issued.ChallengeParameters, ...forced.parameters } }
}

function issue(
  context: OperationContext,
  signIn: SignIn,
  user: User,
  forced: ForcedChallenge,
): object | Promise<object> {
  const { options } = context.state
  switch (forced.challenge) {
    case null:
      return completeSignIn(context, signIn, user)
    case 'SMS_MFA':
    case 'EMAIL_OTP':
      requireAddress(user, forced.challenge)
      return issueFactorChallenge(context, signIn, user, forced.challenge)
    case 'SOFTWARE_TOKEN_MFA':
      return issueFactorChallenge(context, signIn, user, forced.challenge)
    case 'SELECT_MFA_TYPE':
      return issueMfaSelection(context, signIn, choicesIn(forced) ?? dueFactors(options, user))
    case 'MFA_SETUP':
      return issueMfaSetup(context, signIn, offeredFactors(options))
    case 'NEW_PASSWORD_REQUIRED':
      return issueNewPasswordChallenge(context, signIn, user)
    case 'CUSTOM_CHALLENGE':
      return {
        ChallengeName: forced.challenge,
        Session: openChallengeSession(context, {
          challenge: forced.challenge,
          signIn,
          privateChallengeParameters: {},
          challengeMetadata: undefined,
          rightAnswer: forced.answer,
        }),
        ChallengeParameters: { USERNAME: user.username },
      }
  }
}

function requireAddress({ attributes }: User, factor: 'SMS_MFA' | 'EMAIL_OTP'): void {
  const name = factor === 'SMS_MFA' ? 'phone_number' : 'email'
  if (attributes[name]) return
  throw invalidParameter(`The user has no ${name} for the forced ${factor}.`)
}

/** A list in JSON, like Cognito's own. */
function choicesIn({ parameters = {} }: ForcedChallenge): readonly MfaFactor[] | undefined {
  const { MFAS_CAN_CHOOSE: choices } = parameters
  return choices === undefined ? undefined : mfaFactors.filter((factor) => choices.includes(factor))
}
