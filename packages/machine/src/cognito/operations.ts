import type { ClientMetadata } from '../ports/index.ts'
import { InvalidAnswerError } from './errors.ts'
import {
  parseAssociation,
  parseConfirmation,
  parseDevices,
  parseProfile,
  parseVerification,
} from './responses/account-answers.ts'
import {
  type Json,
  parseAuthAnswer,
  parseDeliveries,
  parseDelivery,
  parseTokens,
} from './responses/answers.ts'

interface Attribute {
  readonly Name: string
  readonly Value: string
}

interface WithMetadata {
  ClientMetadata?: ClientMetadata | undefined
}

/** What advanced security knows the device by. */
interface WithUserContext extends WithMetadata {
  UserContextData?: { readonly EncodedData: string } | undefined
}

/** Either the session of a challenge or an access token. */
interface Holder {
  Session?: string | undefined
  AccessToken?: string | undefined
}

interface MfaSettings {
  readonly Enabled: boolean
  readonly PreferredMfa: boolean
}

/** The request of each operation, in Cognito's words. */
export interface Requests {
  InitiateAuth: WithUserContext & {
    AuthFlow: string
    ClientId: string
    AuthParameters: Readonly<Record<string, string>>
  }
  RespondToAuthChallenge: WithUserContext & {
    ClientId: string
    ChallengeName: string
    ChallengeResponses: Readonly<Record<string, string>>
    Session?: string | undefined
  }
  AssociateSoftwareToken: Holder
  VerifySoftwareToken: Holder & { UserCode: string; FriendlyDeviceName?: string | undefined }
  SignUp: WithUserContext & {
    ClientId: string
    Username: string
    Password: string
    UserAttributes: readonly Attribute[]
    ValidationData: readonly Attribute[]
  }
  ConfirmSignUp: WithUserContext & {
    ClientId: string
    Username: string
    ConfirmationCode: string
    ForceAliasCreation?: boolean | undefined
  }
  ResendConfirmationCode: WithUserContext & { ClientId: string; Username: string }
  ForgotPassword: WithUserContext & { ClientId: string; Username: string }
  ConfirmForgotPassword: WithUserContext & {
    ClientId: string
    Username: string
    ConfirmationCode: string
    Password: string
  }
  GetTokensFromRefreshToken: WithMetadata & {
    ClientId: string
    RefreshToken: string
    DeviceKey?: string | undefined
  }
  RevokeToken: { ClientId: string; Token: string }
  GlobalSignOut: { AccessToken: string }
  GetUser: { AccessToken: string }
  UpdateUserAttributes: WithMetadata & {
    AccessToken: string
    UserAttributes: readonly Attribute[]
  }
  DeleteUserAttributes: { AccessToken: string; UserAttributeNames: readonly string[] }
  GetUserAttributeVerificationCode: WithMetadata & { AccessToken: string; AttributeName: string }
  VerifyUserAttribute: { AccessToken: string; AttributeName: string; Code: string }
  ChangePassword: { AccessToken: string; PreviousPassword: string; ProposedPassword: string }
  SetUserMFAPreference: {
    AccessToken: string
    SMSMfaSettings?: MfaSettings
    SoftwareTokenMfaSettings?: MfaSettings
    EmailMfaSettings?: MfaSettings
  }
  ConfirmDevice: {
    AccessToken: string
    DeviceKey: string
    DeviceSecretVerifierConfig: { PasswordVerifier: string; Salt: string }
  }
  ListDevices: { AccessToken: string; Limit: number; PaginationToken?: string | undefined }
  UpdateDeviceStatus: { AccessToken: string; DeviceKey: string; DeviceRememberedStatus: string }
  ForgetDevice: { AccessToken: string; DeviceKey: string }
  DeleteUser: { AccessToken: string }
}

/**
 * Of an operation that answers with nothing but success. Members that Cognito may add are no matter; what
 * else answers with 200 (a firewall's own page, a proxy) has others.
 *
 * @throws InvalidAnswerError
 */
export function nothing(answer: Json): undefined {
  const isCognito = Object.keys(answer).every((name) => /^[A-Z]/.test(name) && name !== 'Message')
  if (!isCognito) throw new InvalidAnswerError('The answer is not one of Cognito')
}

/** How the answer of each operation is read. An operation more is a line here and one above. */
export const operations = {
  InitiateAuth: parseAuthAnswer,
  RespondToAuthChallenge: parseAuthAnswer,
  AssociateSoftwareToken: parseAssociation,
  VerifySoftwareToken: parseVerification,
  SignUp: (answer) => ({
    kind: answer.UserConfirmed === true ? ('confirmed' as const) : ('unconfirmed' as const),
    delivery: parseDelivery(answer),
  }),
  ConfirmSignUp: nothing,
  ResendConfirmationCode: parseDelivery,
  ForgotPassword: parseDelivery,
  ConfirmForgotPassword: nothing,
  GetTokensFromRefreshToken: parseTokens,
  RevokeToken: nothing,
  GlobalSignOut: nothing,
  GetUser: parseProfile,
  UpdateUserAttributes: parseDeliveries,
  DeleteUserAttributes: nothing,
  GetUserAttributeVerificationCode: parseDelivery,
  VerifyUserAttribute: nothing,
  ChangePassword: nothing,
  SetUserMFAPreference: nothing,
  ConfirmDevice: parseConfirmation,
  ListDevices: parseDevices,
  UpdateDeviceStatus: nothing,
  ForgetDevice: nothing,
  DeleteUser: nothing,
} satisfies Record<keyof Requests, (answer: Json) => unknown>

export type Operation = keyof Requests
export type AnswerOf<Op extends Operation> = ReturnType<(typeof operations)[Op]>
