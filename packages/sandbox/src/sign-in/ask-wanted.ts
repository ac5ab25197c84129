import { invalidParameter } from '../errors.ts'
import { isRecord } from '../input/reader.ts'
import type { OperationContext } from '../operation.ts'
import { dueFactors, offeredFactors } from '../pool/mfa/factors.ts'
import { type MfaFactor, mfaFactors } from '../pool/mfa/user-mfa.ts'
import type { User } from '../pool/users/user.ts'
import { askFactor, askToSelect, askToSetUp } from './ask-mfa.ts'
import { askNewPassword } from './ask-new-password.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { openSession } from './sessions.ts'
import type { SignIn } from './sign-in.ts'
import { findSignInUser, requireSignInUser } from './sign-in-user.ts'
import { takeWanted, type WantedChallenge } from './wanted-challenge.ts'

/**
 * What the control address wants next of whoever signs in through the API: the challenge, or the
 * tokens. Only that it is asked is made up; its session, its code and its answer are as ever.
 * Undefined where nothing is wanted.
 */
export async function askWanted(
  context: OperationContext,
  signIn: SignIn,
): Promise<object | undefined> {
  if (signIn.isHosted || !findSignInUser(context.state, signIn)) return undefined
  const user = requireSignInUser(context.state, signIn)
  const wanted = takeWanted(context.state.wantedChallenges)
  if (!wanted) return undefined
  const asked = await ask(context, signIn, user, wanted)
  if (!('ChallengeParameters' in asked) || !isRecord(asked.ChallengeParameters)) return asked
  return { ...asked, ChallengeParameters: { ...asked.ChallengeParameters, ...wanted.parameters } }
}

function ask(
  context: OperationContext,
  signIn: SignIn,
  user: User,
  wanted: WantedChallenge,
): object | Promise<object> {
  const { options } = context.state
  switch (wanted.challenge) {
    case null:
      return completeSignIn(context, signIn, user)
    case 'SMS_MFA':
    case 'EMAIL_OTP':
      requireAddress(user, wanted.challenge)
      return askFactor(context, signIn, user, wanted.challenge)
    case 'SOFTWARE_TOKEN_MFA':
      return askFactor(context, signIn, user, wanted.challenge)
    case 'SELECT_MFA_TYPE':
      return askToSelect(context, signIn, choicesIn(wanted) ?? dueFactors(options, user))
    case 'MFA_SETUP':
      return askToSetUp(context, signIn, offeredFactors(options))
    case 'NEW_PASSWORD_REQUIRED':
      return askNewPassword(context, signIn, user)
    case 'CUSTOM_CHALLENGE':
      return {
        ChallengeName: wanted.challenge,
        Session: openSession(context, {
          challenge: wanted.challenge,
          signIn,
          privateChallengeParameters: {},
          challengeMetadata: undefined,
          rightAnswer: wanted.answer,
        }),
        ChallengeParameters: { USERNAME: user.username },
      }
  }
}

function requireAddress({ attributes }: User, factor: 'SMS_MFA' | 'EMAIL_OTP'): void {
  const name = factor === 'SMS_MFA' ? 'phone_number' : 'email'
  if (attributes[name]) return
  throw invalidParameter(`The user has no ${name} for the ${factor} that is wanted.`)
}

/** Told as a list in JSON, like Cognito's own. */
function choicesIn({ parameters = {} }: WantedChallenge): readonly MfaFactor[] | undefined {
  const { MFAS_CAN_CHOOSE: told } = parameters
  return told === undefined ? undefined : mfaFactors.filter((factor) => told.includes(factor))
}
