import type {
  Challenge,
  ChallengeAnswer,
  ChallengeRequest,
  FirstFactor,
} from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { InvalidAnswerError } from '../errors.ts'
import { type ChallengeResponse, isText } from './auth-response.ts'
import { mfaNames, mfaTypeOf } from './mfa-types.ts'

type Texts = Readonly<Record<string, string>>

/** What the request says about the challenge that is its response. */
export interface Requested {
  /** No password was sent: Cognito has `EMAIL_OTP` before and after one. */
  readonly isFirst?: boolean
  /** The factor that was requested. */
  readonly factor?: FirstFactor | undefined
}

/** The challenge of a response, in the words of the chart. `username`: as typed, when Cognito names no user. */
export function toChallenge(
  { name, session, parameters, factors }: ChallengeResponse,
  username: string,
  issuedAt: number,
  requested: Requested = {},
): Challenge {
  return {
    kind: 'challenge',
    ...requestOf(name, parameters, { ...requested, hasChoice: factors.length > 0 }),
    username: usernameOf(parameters, username),
    factors,
    session: session === undefined ? undefined : new Secret(session),
    issuedAt,
  }
}

/** The user in Cognito's spelling. */
export function usernameOf(parameters: Texts, typed: string): string {
  return parameters.USER_ID_FOR_SRP ?? parameters.USERNAME ?? typed
}

function requestOf(
  name: string,
  parameters: Texts,
  { isFirst = false, factor, hasChoice }: Requested & { readonly hasChoice: boolean },
): ChallengeRequest {
  const isSmsOtp = name === 'SMS_OTP'
  const mfaType = isSmsOtp ? 'SMS' : mfaTypeOf(name)
  if (mfaType) {
    return {
      type: 'code',
      factor: isSmsOtp || (isFirst && mfaType === 'EMAIL') ? 'first' : 'second',
      mfaType,
      destination: parameters.CODE_DELIVERY_DESTINATION,
      deviceName: parameters.FRIENDLY_DEVICE_NAME,
    }
  }
  switch (name) {
    case 'SELECT_CHALLENGE':
    case 'PASSWORD':
    case 'PASSWORD_SRP':
      return hasChoice ? { type: 'factor', rejected: factor } : { type: 'unknown', name }
    case 'WEB_AUTHN': {
      const { CREDENTIAL_REQUEST_OPTIONS: request = '' } = parameters
      parse(request)
      return { type: 'passkey', request }
    }
    case 'CUSTOM_CHALLENGE': {
      const { USERNAME: _, ...rest } = parameters
      return { type: 'custom', parameters: rest }
    }
    case 'SELECT_MFA_TYPE': {
      const options = mfaTypesIn(parameters.MFAS_CAN_CHOOSE)
      return options.length > 0 ? { type: 'mfaType', options } : { type: 'unknown', name }
    }
    case 'MFA_SETUP': {
      // Cognito lists SMS too, but has no request to set it up while signing in.
      const options = mfaTypesIn(parameters.MFAS_CAN_SETUP).filter((type) => type !== 'SMS')
      return options.length > 0 ? { type: 'mfaSetup', options } : { type: 'unknown', name }
    }
    case 'NEW_PASSWORD_REQUIRED': {
      const providedAttributes = Object.entries(record(parameters.userAttributes))
        .filter(([, value]) => isText(value))
        .map(([name]) => name)
      const missingAttributes = list(parameters.requiredAttributes)
        .map((name) => name.replace(/^userAttributes\./, ''))
        .filter((name) => !providedAttributes.includes(name))
      return { type: 'newPassword', missingAttributes, providedAttributes }
    }
    default:
      return { type: 'unknown', name }
  }
}

/** The `ChallengeName` and `ChallengeResponses` of an answer. Reveals its secrets. */
export function toResponses(
  challenge: Challenge,
  answer: ChallengeAnswer,
): { name: string; responses: Texts } {
  switch (answer.type) {
    case 'code': {
      const { factor, mfaType } = challenge.type === 'code' ? challenge : unknownCode
      const name = factor === 'first' && mfaType === 'SMS' ? 'SMS_OTP' : mfaNames[mfaType]
      return { name, responses: { [`${name}_CODE`]: answer.code.reveal() } }
    }
    case 'passkey':
      return { name: 'WEB_AUTHN', responses: { CREDENTIAL: answer.credential.reveal() } }
    case 'custom':
      return { name: 'CUSTOM_CHALLENGE', responses: { ANSWER: answer.answer.reveal() } }
    case 'mfaType':
      return { name: 'SELECT_MFA_TYPE', responses: { ANSWER: mfaNames[answer.mfaType] } }
    case 'totpSetup':
      return { name: 'MFA_SETUP', responses: {} }
    case 'emailSetup':
      return { name: 'MFA_SETUP', responses: { EMAIL: answer.email } }
    case 'newPassword': {
      const provided = challenge.type === 'newPassword' ? challenge.providedAttributes : []
      const attributes = Object.entries(answer.attributes ?? {})
        .filter(([name]) => !provided.includes(name))
        .map(([name, value]) => [`userAttributes.${name}`, value])
      return {
        name: 'NEW_PASSWORD_REQUIRED',
        responses: { NEW_PASSWORD: answer.password.reveal(), ...Object.fromEntries(attributes) },
      }
    }
  }
}

const unknownCode = { factor: 'second', mfaType: 'SMS' } as const

const mfaTypesIn = (json: string | undefined) =>
  list(json)
    .map(mfaTypeOf)
    .filter((type) => type !== undefined)

function list(json: string | undefined): readonly string[] {
  const value = json === undefined ? [] : parse(json)
  return Array.isArray(value) ? value.filter(isText) : []
}

function record(json: string | undefined): object {
  const value = json === undefined ? {} : parse(json)
  return typeof value === 'object' && value !== null ? value : {}
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new InvalidAnswerError('A parameter of the challenge is not JSON')
  }
}
