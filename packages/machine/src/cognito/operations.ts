import type { ClientMetadata } from '../ports/index.ts'
import { InvalidAnswerError } from './errors.ts'
import {
  parseAssociation,
  parseConfirmation,
  parseDevices,
  parseFactors,
  parsePasskeyRegistration,
  parsePasskeys,
  parseProfile,
  parseVerification,
} from './responses/account-responses.ts'
import {
  type Json,
  parseAuthResponse,
  parseDeliveries,
  parseDelivery,
  parseSession,
  parseTokens,
} from './responses/auth-response.ts'

interface Attribute {
  readonly Name: string
  readonly Value: string
}

interface WithMetadata {
  ClientMetadata?: ClientMetadata | undefined
}

/** The fingerprint of the device for advanced security. */
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
    Session?: string | undefined
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
    Password?: string | undefined
    UserAttributes: readonly Attribute[]
    ValidationData: readonly Attribute[]
  }
  ConfirmSignUp: WithUserContext & {
    ClientId: string
    Username: string
    ConfirmationCode: string
    ForceAliasCreation?: boolean | undefined
    Session?: string | undefined
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
  ChangePassword: {
    AccessToken: string
    PreviousPassword?: string | undefined
    ProposedPassword: string
  }
  SetUserMFAPreference: {
    AccessToken: string
    SMSMfaSettings?: MfaSettings
    SoftwareTokenMfaSettings?: MfaSettings
    EmailMfaSettings?: MfaSettings
    WebAuthnMfaSettings?: Pick<MfaSettings, 'Enabled'>
  }
  ConfirmDevice: {
    AccessToken: string
    DeviceKey: string
    DeviceSecretVerifierConfig: { PasswordVerifier: string; Salt: string }
  }
  ListDevices: { AccessToken: string; Limit: number; PaginationToken?: string | undefined }
  UpdateDeviceStatus: { AccessToken: string; DeviceKey: string; DeviceRememberedStatus: string }
  ForgetDevice: { AccessToken: string; DeviceKey: string }
  GetUserAuthFactors: { AccessToken: string }
  ListWebAuthnCredentials: {
    AccessToken: string
    MaxResults: number
    NextToken?: string | undefined
  }
  StartWebAuthnRegistration: { AccessToken: string }
  CompleteWebAuthnRegistration: { AccessToken: string; Credential: unknown }
  DeleteWebAuthnCredential: { AccessToken: string; CredentialId: string }
  DeleteUser: { AccessToken: string }
}

/**
 * The response of an operation that returns no members. Cognito may add members; another sender of a 200
 * (a firewall, a proxy) has other ones.
 *
 * @throws InvalidAnswerError
 */
export function nothing(answer: Json): undefined {
  const isCognito = Object.keys(answer).every((name) => /^[A-Z]/.test(name) && name !== 'Message')
  if (!isCognito) throw new InvalidAnswerError('The response is not one of Cognito')
}

/** The parser of each operation's response. To add an operation, add a line here and one above. */
export const operations = {
  InitiateAuth: parseAuthResponse,
  RespondToAuthChallenge: parseAuthResponse,
  AssociateSoftwareToken: parseAssociation,
  VerifySoftwareToken: parseVerification,
  SignUp: (answer) => ({
    kind: answer.UserConfirmed === true ? ('confirmed' as const) : ('unconfirmed' as const),
    delivery: parseDelivery(answer),
    session: parseSession(answer),
  }),
  ConfirmSignUp(answer) {
    nothing(answer)
    return { session: parseSession(answer) }
  },
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
  GetUserAuthFactors: parseFactors,
  ListWebAuthnCredentials: parsePasskeys,
  StartWebAuthnRegistration: parsePasskeyRegistration,
  CompleteWebAuthnRegistration: nothing,
  DeleteWebAuthnCredential: nothing,
  DeleteUser: nothing,
} satisfies Record<keyof Requests, (answer: Json) => unknown>

export type Operation = keyof Requests
export type ResponseOf<Op extends Operation> = ReturnType<(typeof operations)[Op]>
