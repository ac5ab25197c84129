import type { Context } from 'hono'
import { isLoopbackHost } from '../../http/loopback.ts'
import { passwordlessFactors } from '../../pool/options/passwordless-factors.ts'
import type { PoolOptions } from '../../pool/options/pool-options.ts'
import { relyingPartyId } from '../../pool/passkeys/relying-party.ts'
import type { PasskeyPlace } from '../pages/login-page.ts'

/** Where users of the client can sign in by passkey; undefined: nowhere. */
export function signInPlace(options: PoolOptions, http: Context): PasskeyPlace | undefined {
  const isAllowed = passwordlessFactors(options).includes('WEB_AUTHN')
  if (!isAllowed || !options.ExplicitAuthFlows.includes('ALLOW_USER_AUTH')) return undefined
  return passkeyPlace(options, http)
}

/**
 * Whether a page of the relying party was requested, or where it is. An IP address of this machine has no
 * passkeys, `localhost` has.
 */
export function passkeyPlace(options: PoolOptions, http: Context): PasskeyPlace | undefined {
  const id = relyingPartyId(options)
  const url = new URL(http.req.url)
  if (id === undefined) return undefined
  if (url.hostname === id || url.hostname.endsWith(`.${id}`)) return 'here'
  if (!isLoopbackHost(id)) return undefined
  url.hostname = id
  return url
}
