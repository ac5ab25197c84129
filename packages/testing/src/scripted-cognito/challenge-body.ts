import type { Challenge, FirstFactor, MfaType } from '@authchart/machine'
import { person } from '../catalogue/person.ts'

/** Cognito's names of the second factors. */
export const mfaNames = {
  SMS: 'SMS_MFA',
  TOTP: 'SOFTWARE_TOKEN_MFA',
  EMAIL: 'EMAIL_OTP',
} as const satisfies Record<MfaType, string>

const factorNames = {
  PASSWORD: 'PASSWORD_SRP',
  EMAIL: 'EMAIL_OTP',
  SMS: 'SMS_OTP',
  PASSKEY: 'WEB_AUTHN',
} as const satisfies Record<FirstFactor, string>

/** A challenge as `InitiateAuth` and `RespondToAuthChallenge` answer it. */
export function challengeBody(challenge: Challenge): object {
  const { ChallengeName, ...parameters } = requestOf(challenge)
  return {
    ChallengeName,
    Session: challenge.session?.reveal(),
    ChallengeParameters: {
      ...parameters,
      // What a pool's own trigger made public comes with the name alone.
      [challenge.type === 'custom' ? 'USERNAME' : 'USER_ID_FOR_SRP']: challenge.username,
    },
    ...(challenge.factors.length > 0 && {
      AvailableChallenges: challenge.factors.map((factor) => factorNames[factor]),
    }),
  }
}

function requestOf(challenge: Challenge): Readonly<Record<string, string>> {
  switch (challenge.type) {
    case 'code': {
      const { factor, mfaType, destination, deviceName } = challenge
      const isSmsOtp = factor === 'first' && mfaType === 'SMS'
      return {
        ChallengeName: isSmsOtp ? 'SMS_OTP' : mfaNames[mfaType],
        ...(destination && {
          CODE_DELIVERY_DELIVERY_MEDIUM: mfaType,
          CODE_DELIVERY_DESTINATION: destination,
        }),
        ...(deviceName && { FRIENDLY_DEVICE_NAME: deviceName }),
      }
    }
    case 'factor':
      return { ChallengeName: 'SELECT_CHALLENGE' }
    case 'passkey':
      return { ChallengeName: 'WEB_AUTHN', CREDENTIAL_REQUEST_OPTIONS: challenge.request }
    case 'custom':
      return { ChallengeName: 'CUSTOM_CHALLENGE', ...challenge.parameters }
    case 'mfaType':
      return {
        ChallengeName: 'SELECT_MFA_TYPE',
        MFAS_CAN_CHOOSE: listOf(challenge.options),
      }
    case 'mfaSetup':
      return { ChallengeName: 'MFA_SETUP', MFAS_CAN_SETUP: listOf(challenge.options) }
    case 'newPassword':
      return {
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        requiredAttributes: JSON.stringify(
          challenge.missingAttributes.map((name) => `userAttributes.${name}`),
        ),
        userAttributes: JSON.stringify(
          Object.fromEntries(challenge.providedAttributes.map((name) => [name, sampleOf(name)])),
        ),
      }
    case 'unknown':
      return {
        ChallengeName: challenge.name,
        // The one that is known, and offers what cannot be set up while signing in.
        ...(challenge.name === 'MFA_SETUP' && { MFAS_CAN_SETUP: listOf(['SMS']) }),
      }
  }
}

const listOf = (types: readonly MfaType[]) => JSON.stringify(types.map((type) => mfaNames[type]))

const sampleOf = (attribute: string) => (attribute === 'email' ? person.email : 'something')

/**
 * Cognito's half of SRP without a password to check: any `B` that is a number of the
 * group is accepted, as the client's proof is not checked.
 */
export const passwordVerifier = {
  ChallengeName: 'PASSWORD_VERIFIER',
  Session: 'verifier-session-canary',
  ChallengeParameters: {
    SALT: '5f0c1d2ea7b3c4d5e6f70819',
    SECRET_BLOCK: 'c2VjcmV0LWJsb2Nr',
    SRP_B: 'b3'.repeat(384),
    USERNAME: person.userId,
    USER_ID_FOR_SRP: person.userId,
  },
} as const
