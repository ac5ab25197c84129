import type {
  AuthUser,
  InterruptedScreen,
  RestoreResult,
  SignedOutScreen,
} from '@authchart/machine'
import { memoryStorage } from '@authchart/machine'
import { sessionScreenStore } from '@authchart/machine/browser'
import type { Outcome } from '../catalogue/outcome.ts'
import { person } from '../catalogue/person.ts'
import { device } from './exchanges-of.ts'
import { issuerOf, type Moment, type ScriptedPool } from './pool.ts'
import { tokensOf } from './tokens.ts'

/** What a browser stores, by key. */
export interface Stored {
  readonly localStorage: Readonly<Record<string, string>>
  readonly sessionStorage: Readonly<Record<string, string>>
}

/** Tokens that were made so long ago (s) have expired. */
const longAgo = 3_700

/**
 * What a browser must store for the page to find an outcome of `readSession` there, in the layout of
 * `amazon-cognito-identity-js`; nothing for a rejection. What is not named here must not be there
 * (but for `storedDevice`).
 */
export function storageOf({ output }: Outcome, moment: Moment): Stored {
  const found = output?.(moment.now) as RestoreResult | undefined
  switch (found?.kind) {
    case 'signedIn':
    case 'due': {
      const { user, unfinished } = found
      return {
        localStorage: storedSession(user, moment, found.kind === 'due' ? longAgo : 0),
        sessionStorage: unfinished
          ? storedScreen({ route: 'signedIn', userId: user.userId, unfinished }, moment.pool)
          : {},
      }
    }
    case 'interrupted':
      return {
        localStorage: {},
        sessionStorage: storedScreen(issuedNow(found.screen, moment.now), moment.pool),
      }
    default:
      return { localStorage: {}, sessionStorage: {} }
  }
}

/** A session as another tab has stored it; `age` of its tokens in s. */
export function storedSession(user: AuthUser, moment: Moment, age = 0): Record<string, string> {
  const { IdToken, AccessToken, RefreshToken } = tokensOf(user, moment, { age })
  const prefix = prefixOf(moment.pool)
  const named = {
    refreshToken: RefreshToken,
    idToken: IdToken,
    accessToken: AccessToken,
    clockDrift: '0',
    ...(user.kind === 'hostedUi' && { oauthMetadata: '{"oauthSignIn":true}' }),
  }
  return {
    ...Object.fromEntries(
      Object.entries(named).map(([name, value]) => [`${prefix}.${user.username}.${name}`, value]),
    ),
    [lastUserKey(moment.pool)]: user.username,
  }
}

/** The device that the user of the walks has registered here: without it there is none to remember. */
export function storedDevice(pool: ScriptedPool): Record<string, string> {
  const prefix = `${prefixOf(pool)}.${person.userId}`
  return {
    [`${prefix}.deviceKey`]: device.key,
    [`${prefix}.deviceGroupKey`]: device.groupKey,
    [`${prefix}.randomPasswordKey`]: 'device-password-canary',
  }
}

/** The key of the signed-in user's name: read first, and written last. */
export function lastUserKey(pool: ScriptedPool): string {
  return `${prefixOf(pool)}.LastAuthUser`
}

/** Where redirects are remembered, see `redirect-store.ts`. */
export function redirectsKey({ userPoolClientId }: ScriptedPool): string {
  return `authchart.${userPoolClientId}.redirects`
}

/** A redirect to the hosted UI that may return, for `returnOf`. */
export function storedRedirect(
  { pool, now, nonce }: Moment,
  { state, redirectUri }: { readonly state: string; readonly redirectUri: string },
): Record<string, string> {
  const codeVerifier = 'code-verifier-canary-code-verifier-canary-code-verifier'
  const redirect = { state, nonce, codeVerifier, redirectUri, startedAt: now }
  return { [redirectsKey(pool)]: JSON.stringify([redirect]) }
}

/**
 * The address with which the hosted UI leads back, for an outcome of `completeRedirect` (others have
 * a code that is good). `state` and `redirectUri` as the app has sent them.
 */
export function returnOf(
  { rejection }: Partial<Pick<Outcome, 'rejection'>>,
  {
    pool,
    state,
    redirectUri,
  }: {
    readonly pool: ScriptedPool
    readonly state: string
    readonly redirectUri: string
  },
): string {
  const url = new URL(redirectUri)
  const isRejected = rejection?.operation === 'browser' && rejection.type === 'HostedUiError'
  if (isRejected) url.searchParams.set('error', rejection.message)
  else url.searchParams.set('code', 'code-canary')
  url.searchParams.set('iss', issuerOf(pool))
  url.searchParams.set('state', rejection?.type === 'StateMismatchError' ? 'unknown' : state)
  return url.href
}

const prefixOf = ({ userPoolClientId }: ScriptedPool) =>
  `CognitoIdentityServiceProvider.${userPoolClientId}`

/** A challenge of the catalogue was issued in 1970: no app would resume it. */
const issuedNow = (screen: SignedOutScreen, now: number): SignedOutScreen =>
  'challenge' in screen ? { ...screen, challenge: { ...screen.challenge, issuedAt: now } } : screen

function storedScreen(
  screen: InterruptedScreen,
  { userPoolClientId }: ScriptedPool,
): Record<string, string> {
  const items = new Map<string, string>()
  sessionScreenStore(userPoolClientId, memoryStorage(items)).write(screen)
  return Object.fromEntries(items)
}
