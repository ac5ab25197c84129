import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64Url } from '../../base64.ts'
import { CognitoError, notAuthorized, userNotFound } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { randomBase64Url, randomUuid } from '../../random.ts'
import { sha256 } from '../../srp/bytes.ts'
import type { SandboxState } from '../../state.ts'
import { observed } from '../../store/observed.ts'
import { tokenLifetimes } from '../options/pool-options.ts'
import type { User } from '../users/user.ts'
import type { RefreshToken, TokenFamily } from './token-family.ts'

const refreshKey = (token: string) => bytesToHex(sha256(token))

type FamilyOptions = Partial<Pick<TokenFamily, 'device' | 'scopes' | 'authTime'>>

export function startFamily(
  { state, now, random }: OperationContext,
  user: User,
  { device, scopes, authTime = Math.floor(now / 1000) }: FamilyOptions,
): TokenFamily {
  const family: TokenFamily = observed({
    eventId: randomUuid(random),
    originJti: randomUuid(random),
    sub: user.sub,
    authTime,
    device,
    scopes,
    revoked: false,
  })
  state.families.set(family.eventId, family)
  return family
}

/** Five parts, like Cognito's JWE. Opaque for clients in both cases. */
export function issueRefreshToken(
  { state, now, random }: OperationContext,
  family: TokenFamily,
  expiresAt = now + tokenLifetimes(state.options).refresh,
): string {
  const header = toBase64Url(utf8ToBytes('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}'))
  const token = [header, ...[256, 12, 768, 16].map((count) => randomBase64Url(random, count))].join(
    '.',
  )
  state.refreshTokens.set(
    refreshKey(token),
    observed({ eventId: family.eventId, expiresAt, rotatedAt: undefined }),
  )
  return token
}

export interface LiveRefreshToken {
  readonly token: RefreshToken
  readonly family: TokenFamily
  readonly user: User
}

const refreshTokenReuse = () =>
  new CognitoError('RefreshTokenReuseException', 'Refresh token has been reused.')

/**
 * The refresh token that a client sent.
 *
 * @throws CognitoError if it is not accepted.
 */
export function requireRefreshToken(
  context: OperationContext,
  value: string,
  deviceKey: string | undefined,
  { reused = refreshTokenReuse }: { reused?: () => CognitoError } = {},
): LiveRefreshToken {
  const { state, now } = context
  const token = state.refreshTokens.get(refreshKey(value))
  const family = token && state.families.get(token.eventId)
  if (!token || !family) throw notAuthorized('Invalid Refresh Token')
  const user = state.users.get(family.sub)
  if (!user) throw userNotFound()
  if (!isOnDevice(family, user, deviceKey)) throw notAuthorized('Invalid Refresh Token')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (family.revoked) throw notAuthorized('Refresh Token has been revoked')
  if (now >= token.expiresAt) throw notAuthorized('Refresh Token has expired')
  if (token.rotatedAt !== undefined && !isInGrace(context, token.rotatedAt)) {
    family.revoked = true
    throw reused()
  }
  return { token, family, user }
}

/**
 * Without a grace period every second use fails, even one that arrives before the first has its
 * response.
 */
function isInGrace({ state, now }: OperationContext, rotatedAt: number): boolean {
  const { RetryGracePeriodSeconds } = state.options.RefreshTokenRotation
  return RetryGracePeriodSeconds > 0 && now < rotatedAt + RetryGracePeriodSeconds * 1000
}

/**
 * If devices are tracked, a refresh token works only on its device. Maintainers and users of AWS's
 * clients report that the device must be confirmed and not forgotten.
 */
const isOnDevice = (
  { device }: TokenFamily,
  { devices }: User,
  deviceKey: string | undefined,
): boolean =>
  device === undefined || (device.key === deviceKey && devices.some(({ key }) => key === deviceKey))

export function findRefreshFamily(state: SandboxState, value: string): TokenFamily | undefined {
  const token = state.refreshTokens.get(refreshKey(value))
  return token && state.families.get(token.eventId)
}

export function revokeAllOf(state: SandboxState, user: User): void {
  for (const family of state.families.named(user.sub)) family.revoked = true
}
