import type { CognitoUser, CognitoUserSession } from 'amazon-cognito-identity-js'
import { tabChannel } from '../adapters/browser/tab-channel.ts'
import { webStorage } from '../adapters/browser/web-storage.ts'
import { cognitoDeviceStore } from '../cognito/devices/device-store.ts'
import { cognitoTokenStore } from '../cognito/stores/token-store.ts'
import { SignedOutError } from '../errors/auth-errors.ts'
import { decodeJwt } from '../platform/decode-jwt.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { Secret } from '../secret.ts'
import { poolOf } from '../tokens/token-claims.ts'
import { parseTokens, readTokens } from '../tokens/token-facts.ts'

export interface FromCognitoUserOptions {
  /**
   * The `storage` of `createAuth()`; by default `localStorage`, as there.
   *
   * @example
   * await fromCognitoUser(user, { storage: cookieStorage() })
   */
  storage?: KeyValueStorage | undefined
}

/** What the library has at run time, and its types lack. */
interface UserWithDevice {
  getCachedDeviceKeyAndPassword(): void
  readonly deviceKey?: string | null
  readonly deviceGroupKey?: string | null
  readonly randomPassword?: string | null
}

/**
 * Stores the session of a `CognitoUser` for an auth: `createAuth()` finds it, and in a browser a running auth follows at
 * once, as it follows another tab. The device goes with it, if Cognito remembers it.
 *
 * From then on both have the same refresh token. Use {@link toCognitoUser} for the code that stays with the library, so
 * that one of the two refreshes.
 *
 * An auth over the same storage needs no call at its start: it reads the library's keys.
 *
 * @throws SignedOutError when the user has no session, and StorageError when it cannot be stored.
 *
 * @example
 * user.authenticateUser(details, {
 *   onSuccess: () => fromCognitoUser(user),
 *   onFailure: report,
 * })
 */
export async function fromCognitoUser(
  user: CognitoUser,
  { storage = webStorage('localStorage') }: FromCognitoUserOptions = {},
): Promise<void> {
  const session = await sessionOf(user)
  const accessToken = session.getAccessToken().getJwtToken()
  const { iss, client_id } = decodeJwt(accessToken)
  const origin = { clientId: String(client_id), userPoolId: poolOf(iss) }
  const tokens = parseTokens(
    {
      idToken: session.getIdToken().getJwtToken(),
      accessToken,
      refreshToken: session.getRefreshToken()?.getToken() || undefined,
    },
    origin,
  )
  const { username } = readTokens(tokens).user
  const { deviceKey, deviceGroupKey, randomPassword } = withDevice(user)
  if (deviceKey && deviceGroupKey && randomPassword) {
    const device = { key: deviceKey, groupKey: deviceGroupKey, password: randomPassword }
    await cognitoDeviceStore(storage, origin.clientId).save(username, new Secret(device))
  }
  await cognitoTokenStore(storage, origin.clientId, origin.userPoolId).save(tokens)
  tabChannel(`authchart.${origin.clientId}`, () => false).post({})
}

function withDevice(user: CognitoUser): UserWithDevice {
  const untyped = user as unknown as UserWithDevice
  untyped.getCachedDeviceKeyAndPassword()
  return untyped
}

/** The session, which the library refreshes first when it has expired. */
function sessionOf(user: CognitoUser): Promise<CognitoUserSession> {
  return new Promise((resolve, reject) =>
    user.getSession((error: Error | null, session: CognitoUserSession | null) => {
      if (session) resolve(session)
      else reject(new SignedOutError('The CognitoUser has no session', { cause: error }))
    }),
  )
}
