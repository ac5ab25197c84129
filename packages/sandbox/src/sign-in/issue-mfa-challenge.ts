import type { OperationContext } from '../operation.ts'
import { deliveryDetails, mediumFor } from '../pool/messages/outbox.ts'
import { sendMessage } from '../pool/messages/send-message.ts'
import { dueFactors, offeredFactors, requiresMfa } from '../pool/mfa/factors.ts'
import type { MfaFactor } from '../pool/mfa/user-mfa.ts'
import type { User } from '../pool/users/user.ts'
import { randomDigits } from '../random.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import type { SignIn } from './sign-in.ts'

export function isMfaDue({ state: { options } }: OperationContext, user: User): boolean {
  return requiresMfa(options) || dueFactors(options, user).length > 0
}

/** Requires a second factor: the only one, a choice of several, or the setup of one. */
export function issueMfaChallenge(
  context: OperationContext,
  signIn: SignIn,
  user: User,
): object | Promise<object> {
  const { options } = context.state
  const [factor, ...others] = dueFactors(options, user)
  if (!factor) return issueMfaSetup(context, signIn, offeredFactors(options))
  if (others.length > 0) return issueMfaSelection(context, signIn, [factor, ...others])
  return issueFactorChallenge(context, signIn, user, factor)
}

/** Requires the code of one factor, and sends it unless an app creates it. */
export function issueFactorChallenge(
  context: OperationContext,
  signIn: SignIn,
  user: User,
  factor: MfaFactor,
): object | Promise<object> {
  const { phone_number = '', email = '' } = user.attributes
  if (factor === 'SMS_MFA') return issueSmsChallenge(context, signIn, user, phone_number)
  if (factor === 'EMAIL_OTP') return issueEmailChallenge(context, signIn, user, email)
  return issueAppChallenge(context, signIn, user)
}

export function issueMfaSetup(
  context: OperationContext,
  signIn: SignIn,
  factors: readonly MfaFactor[],
) {
  return {
    ChallengeName: 'MFA_SETUP',
    Session: openChallengeSession(context, { challenge: 'MFA_SETUP', signIn }),
    ChallengeParameters: { MFAS_CAN_SETUP: JSON.stringify(factors) },
  }
}

export function issueMfaSelection(
  context: OperationContext,
  signIn: SignIn,
  choices: readonly MfaFactor[],
) {
  return {
    ChallengeName: 'SELECT_MFA_TYPE',
    Session: openChallengeSession(context, { challenge: 'SELECT_MFA_TYPE', signIn, choices }),
    ChallengeParameters: { MFAS_CAN_CHOOSE: JSON.stringify(choices) },
  }
}

function issueAppChallenge(context: OperationContext, signIn: SignIn, user: User) {
  const { friendlyName } = user.mfa.softwareToken ?? {}
  return {
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: openChallengeSession(context, { challenge: 'SOFTWARE_TOKEN_MFA', signIn }),
    ChallengeParameters: {
      ...(friendlyName !== undefined && { FRIENDLY_DEVICE_NAME: friendlyName }),
      USER_ID_FOR_SRP: user.username,
    },
  }
}

async function issueSmsChallenge(
  context: OperationContext,
  signIn: SignIn,
  user: User,
  to: string,
) {
  const code = randomDigits(context.random, 6)
  const { SmsMfaConfiguration } = context.state.options
  await sendMessage(context, user, {
    kind: 'mfa',
    medium: 'SMS',
    to,
    code,
    template: { text: SmsMfaConfiguration?.SmsAuthenticationMessage },
  })
  return {
    ChallengeName: 'SMS_MFA',
    Session: openChallengeSession(context, { challenge: 'SMS_MFA', signIn, code, to }),
    ChallengeParameters: delivery('phone_number', to),
  }
}

export async function issueEmailChallenge(
  context: OperationContext,
  signIn: SignIn,
  user: User,
  to: string,
  purpose: 'mfa' | 'setup' = 'mfa',
) {
  const code = randomDigits(context.random, 8)
  const { EmailMfaConfiguration } = context.state.options
  await sendMessage(context, user, {
    kind: 'mfa',
    medium: 'EMAIL',
    to,
    code,
    template: { text: EmailMfaConfiguration?.Message, subject: EmailMfaConfiguration?.Subject },
  })
  return {
    ChallengeName: 'EMAIL_OTP',
    Session: openChallengeSession(context, { challenge: 'EMAIL_OTP', signIn, code, to, purpose }),
    ChallengeParameters: delivery('email', to),
  }
}

const delivery = (attribute: 'email' | 'phone_number', to: string) => ({
  CODE_DELIVERY_DELIVERY_MEDIUM: mediumFor(attribute),
  CODE_DELIVERY_DESTINATION: deliveryDetails(attribute, to).Destination,
})
