import type { Context } from 'hono'
import type { OperationContext } from '../../operation.ts'
import type { User } from '../../pool/users/user.ts'
import { randomBase64Url } from '../../random.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { deleteCookie, getCookie, setCookie } from '../cookies.ts'
import { dropEnded, type Login } from '../hosted-ui-state.ts'

const cookie = 'cognito'
const lifetime = 3_600_000

export function startLogin(
  { state, now, random }: OperationContext,
  http: Context,
  user: User,
  provider: string,
): Login {
  const { logins } = state.hostedUi
  dropEnded(logins, now)
  const key = randomBase64Url(random, 32)
  const login = {
    sub: user.sub,
    provider,
    at: Math.floor(now / 1000),
    expiresAt: now + lifetime,
  }
  logins.set(key, login)
  setCookie(http, cookie, key, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: lifetime / 1000,
  })
  return login
}

/** The browser's login, if it satisfies the request. */
export function currentLogin(
  { state, now }: OperationContext,
  http: Context,
  { prompt, provider }: Pick<AuthorizationRequest, 'prompt' | 'provider'>,
): Login | undefined {
  const login = state.hostedUi.logins.get(getCookie(http, cookie) ?? '')
  if (!login || prompt.includes('login') || now >= login.expiresAt) return undefined
  if (provider !== undefined && provider !== login.provider) return undefined
  return state.users.get(login.sub)?.enabled ? login : undefined
}

export function endLogin({ state }: OperationContext, http: Context): void {
  const key = deleteCookie(http, cookie, { path: '/' })
  if (key !== undefined) state.hostedUi.logins.delete(key)
}
