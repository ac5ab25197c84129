import { invalidParameter } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { ownDeviceKey } from '../pool/devices/devices.ts'
import { passkeyRequestOptions } from '../pool/passkeys/passkey-request-options.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import { continueWithPassword, continueWithSrp } from './continue-with-password.ts'
import { canSignIn } from './first-factors.ts'
import { issueOneTimeCode } from './issue-one-time-code.ts'
import type { ChoiceSignIn, FirstFactor } from './sign-in.ts'
import { findSignInUser } from './sign-in-user.ts'
import { withChoices } from './with-choices.ts'

/** Requires the choice of the first factor, the password, or SRP_A. */
export function issueInputChallenge(
  context: OperationContext,
  signIn: ChoiceSignIn,
  challenge: 'SELECT_CHALLENGE' | 'PASSWORD' | 'PASSWORD_SRP',
) {
  const Session = openChallengeSession(context, { challenge, signIn })
  return withChoices(signIn, { ChallengeName: challenge, Session, ChallengeParameters: {} })
}

/**
 * Begins with one first factor. A PASSWORD or SRP_A among the inputs is taken at once; without it there is a
 * challenge for it.
 */
export async function issueFirstFactor(
  context: OperationContext,
  begun: ChoiceSignIn,
  factor: FirstFactor,
  inputs: Readonly<Record<string, string>>,
): Promise<object> {
  const { PASSWORD, SRP_A } = inputs
  const user = findSignInUser(context.state, begun)
  const deviceKey = user && ownDeviceKey(user, inputs)
  const signIn = deviceKey === undefined ? begun : { ...begun, deviceKey }
  switch (factor) {
    case 'PASSWORD':
      return PASSWORD
        ? continueWithPassword(context, signIn, PASSWORD, inputs)
        : issueInputChallenge(context, signIn, factor)
    case 'PASSWORD_SRP':
      return SRP_A
        ? continueWithSrp(context, signIn, SRP_A)
        : issueInputChallenge(context, signIn, factor)
    case 'WEB_AUTHN':
      return issuePasskeyChallenge(context, signIn)
    case 'EMAIL_OTP':
    case 'SMS_OTP':
      return issueOneTimeCode(context, signIn, factor)
  }
}

/** The factor, if this sign-in offers it. */
export function requireOffered({ choice }: ChoiceSignIn, answer: string): FirstFactor {
  const factor = choice.available.find((one) => one === answer)
  if (!factor) throw invalidParameter('The selected challenge is not available for the user.')
  return factor
}

function issuePasskeyChallenge(context: OperationContext, signIn: ChoiceSignIn) {
  const user = findSignInUser(context.state, signIn)
  const shown = user && canSignIn(user) ? user : undefined
  const request = passkeyRequestOptions(context, shown, signIn.username)
  return withChoices(signIn, {
    ChallengeName: 'WEB_AUTHN',
    Session: openChallengeSession(context, { challenge: 'WEB_AUTHN', signIn, request }),
    ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: request.options },
  })
}
