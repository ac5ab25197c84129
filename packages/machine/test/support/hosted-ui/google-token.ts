import { SignJWT } from 'jose'
import type { FederatedResponse } from '../../../src/index.ts'
import type { Page } from '../sandbox-auth.ts'

/** A token as Google issues it, for direct requests to the identity pool. */
export function tokenOfGoogle(expiresAt: number, sub = '1001'): Promise<string> {
  return new SignJWT({ sub, email: 'grace@example.com' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://accounts.google.com')
    .setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(new TextEncoder().encode('a secret of the trusted provider'))
}

/** The response that Google's own SDK gives, for `federatedSignIn`. */
export async function fromGoogle(
  { sandbox }: Pick<Page, 'sandbox'>,
  lifeMs = 3_600_000,
  sub?: string,
): Promise<FederatedResponse> {
  const expires_at = sandbox.clock.now() + lifeMs
  return { token: await tokenOfGoogle(expires_at, sub), expires_at }
}
