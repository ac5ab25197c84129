import type { CodeDelivery } from '@authchart/machine'
import { isTokenRejected, toFailure } from '@authchart/machine'
import type { AuthRequests } from '@authchart/machine/xstate'
import type { OutputFrom } from 'xstate'
import { answerBeforeStorageError } from '../catalogue/answer-before-storage-error.ts'
import type { RequestName } from '../catalogue/answers.ts'
import { type Outcome, toError } from '../catalogue/outcome.ts'
import { person, user } from '../catalogue/person.ts'
import { operationsOf, type Rejection } from '../catalogue/rejections.ts'
import { challengeBody, passwordVerifier } from './challenge-body.ts'
import { type Exchange, inTransit, rejects, responds } from './exchange.ts'
import { type Moment, scriptedConfig } from './pool.ts'
import { tokensOf } from './tokens.ts'

type Bodies = {
  readonly [Name in RequestName]?: (
    output: OutputFrom<AuthRequests[Name]>,
    moment: Moment,
  ) => object
}

/** What Cognito says to the last request of an actor, so that the actor answers as it does. */
const bodies: Bodies = {
  signIn: signInBody,
  autoSignIn: signInBody,
  respondToChallenge: signInBody,
  refreshSession: ({ user }, moment) => ({
    AuthenticationResult: resultOf(tokensOf(user, moment)),
  }),
  completeRedirect: ({ user }, moment) => {
    const { IdToken, AccessToken, RefreshToken } = tokensOf(user, moment)
    return {
      id_token: IdToken,
      access_token: AccessToken,
      refresh_token: RefreshToken,
      expires_in: 3600,
      token_type: 'Bearer',
    }
  },
  federatedSignIn: (_, { now }) => credentialsBody(now),
  signUp: ({ kind, delivery }) => ({
    UserConfirmed: kind === 'confirmed',
    UserSub: person.userId,
    CodeDeliveryDetails: deliveryBody(delivery),
  }),
  resendSignUpCode: codeBody,
  forgotPassword: codeBody,
  sendAttributeCode: codeBody,
  updateAttributes: ({ deliveries }) => ({ CodeDeliveryDetailsList: deliveries.map(deliveryBody) }),
  associateSoftwareToken: ({ secret }) => ({
    SecretCode: secret.reveal(),
    Session: 'associated-session-canary',
  }),
  verifySoftwareToken: () => ({ Status: 'SUCCESS', Session: 'verified-session-canary' }),
  confirmDevice: ({ isUpToUser }) => ({ UserConfirmationNecessary: isUpToUser }),
  startPasskeyRegistration: ({ request }) => ({ CredentialCreationOptions: JSON.parse(request) }),
}

function signInBody(output: OutputFrom<AuthRequests['autoSignIn']>, moment: Moment): object {
  if (output.kind === 'challenge') return challengeBody(output)
  if (output.kind === 'passwordNeeded') return {}
  const { user, newDevice, contacts, isDeviceTracked } = output
  const deviceKey = isDeviceTracked ? (newDevice?.key ?? device.key) : undefined
  const tokens = tokensOf(user, moment, { deviceKey, isUnverified: contacts.length > 0 })
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      ...resultOf(tokens),
      ...(newDevice && {
        NewDeviceMetadata: { DeviceKey: newDevice.key, DeviceGroupKey: newDevice.groupKey },
      }),
    },
  }
}

/** The device that the user has registered here earlier. */
export const device = { key: 'us-east-1_known-device', groupKey: '-known' } as const

export function resultOf(tokens: ReturnType<typeof tokensOf>): object {
  return {
    ...tokens,
    ExpiresIn: 3600,
    TokenType: 'Bearer',
  }
}

export function credentialsBody(now: number): object {
  return {
    IdentityId: person.identityId,
    Credentials: {
      AccessKeyId: 'ASIASCRIPTED',
      SecretKey: 'secret-key-canary',
      SessionToken: 'session-token-canary',
      Expiration: Math.floor(now / 1000) + 3600,
    },
  }
}

function codeBody({ delivery }: { readonly delivery: CodeDelivery | undefined }): object {
  return { CodeDeliveryDetails: deliveryBody(delivery) }
}

const deliveryBody = (delivery: CodeDelivery | undefined) =>
  delivery && {
    AttributeName: delivery.attribute,
    DeliveryMedium: delivery.medium,
    Destination: delivery.destination,
  }

/** A moment for callers that only read which requests are sent. */
const anyMoment: Moment = { pool: scriptedConfig, now: 0, serial: 1, nonce: 'nonce' }

/** What differs from one request of an actor to another. */
export interface Circumstances {
  /** Whether a sign-in uses SRP, which takes two requests (`USER_PASSWORD_AUTH` takes one). */
  readonly isSrp?: boolean
  /** Whether an authenticator app is set up by a signed-in user, not during a sign-in. */
  readonly isSignedIn?: boolean
}

/**
 * The requests that lead to an outcome of the catalogue, and how each of them ends. Empty if
 * no request is sent to Cognito: see `storageOf` and `returnOf`.
 */
export function exchangesOf(
  outcome: Outcome,
  moment: Moment = anyMoment,
  { isSrp = true, isSignedIn = false }: Circumstances = {},
): readonly Exchange[] {
  const { actor, output, rejection } = outcome
  const answered = answerBeforeStorageError(outcome)
  if (answered) return exchangesOf(answered, moment, { isSrp, isSignedIn })
  if (actor === 'completeRedirect') return redirectExchanges(outcome, moment)
  const known: readonly string[] =
    actor in operationsOf ? operationsOf[actor as keyof typeof operationsOf] : []
  const operations = known[0] === 'InitiateAuth' && !isSrp ? ['InitiateAuth'] : known
  const last = operations.at(-1)
  if (last === undefined || isWithoutRequest(outcome, moment)) return []
  if (rejection?.operation === 'browser') return [responds(last, {})]
  const decides = rejection && operations.includes(rejection.operation) ? rejection.operation : last
  const ending = rejection
    ? rejectedAt(decides, rejection)
    : responds(last, bodyOf(actor, output?.(moment.now), moment))
  const requested = [
    ...operations.slice(0, operations.indexOf(decides)).map(opening),
    ending,
    ...lookForPasskeys(output?.(moment.now)),
  ]
  const isTheirs = isSignedIn || authorized.has(actor)
  if (!rejection || !isTheirs || !isTokenRejected(toFailure(toError(rejection)))) return requested
  // Cognito rejects the token: it is refreshed, and the request made once more.
  const renewed = { AuthenticationResult: resultOf(tokensOf(user, moment)) }
  const refreshing = responds('GetTokensFromRefreshToken', renewed)
  return [...requested, { ...refreshing, isUsual: true }, ...requested]
}

function redirectExchanges({ output, rejection }: Outcome, moment: Moment): readonly Exchange[] {
  const operation = 'oauth2/token'
  if (!rejection) {
    return [responds(operation, bodyOf('completeRedirect', output?.(moment.now), moment))]
  }
  if (rejection.operation === 'browser') return []
  return [
    inTransit[rejection.type]?.(operation) ??
      responds(operation, { error: rejection.message }, 400),
  ]
}

function bodyOf(actor: string, output: unknown, moment: Moment): object {
  const body = bodies[actor as RequestName] as
    | ((output: unknown, moment: Moment) => object)
    | undefined
  return body?.(output, moment) ?? {}
}

const rejectedAt = (operation: string, { type, message }: Rejection): Exchange =>
  inTransit[type]?.(operation) ?? rejects(operation, type, message)

/** The requests that lead up to the one that decides. */
function opening(operation: string): Exchange {
  const body = operation === 'GetId' ? { IdentityId: person.identityId } : passwordVerifier
  // A known identity is not requested.
  return operation === 'GetId'
    ? { ...responds(operation, body), isOptional: true }
    : responds(operation, body)
}

/** Only who has no passkey is offered one. */
function lookForPasskeys(output: unknown): readonly Exchange[] {
  const { kind, passkeyOffer } = { ...Object(output) }
  const isLookedFor = kind === 'signedIn' && passkeyOffer !== undefined
  return isLookedFor ? [responds('ListWebAuthnCredentials', { Credentials: [] })] : []
}

/** Answered by the vault, without a request. */
function isWithoutRequest({ output }: Outcome, { now }: Moment): boolean {
  const answered = output?.(now) as { readonly kind?: string } | undefined
  return answered?.kind === 'passwordNeeded'
}

/** The actors that always ask with an access token. */
const authorized: ReadonlySet<string> = new Set([
  'confirmDevice',
  'rememberDevice',
  'forgetDevice',
  'changePassword',
  'updateAttributes',
  'deleteAttributes',
  'sendAttributeCode',
  'verifyAttribute',
  'setMfaPreference',
  'startPasskeyRegistration',
  'completePasskeyRegistration',
  'deletePasskey',
  'deleteUser',
  'globalSignOut',
])
