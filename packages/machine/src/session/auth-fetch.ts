import { abortReason } from '../platform/abort.ts'
import type { AuthSession } from './auth-session.ts'
import type { SessionKeeper } from './session-keeper.ts'

export interface AuthFetchInit extends RequestInit {
  /** The token to send: `access` by default; `id` for an API that reads the user's claims. */
  readonly token?: 'access' | 'id' | undefined
}

/**
 * `fetch` for the APIs of the signed-in user. Rejects as `fetch` does, with SignedOutError if no user is
 * signed in, and with ApiOriginError for an address that may not get a token.
 *
 * @example
 * const response = await auth.fetch('/api/orders')
 * const profile = await auth.fetch('/api/profile', { token: 'id' })
 */
export type AuthFetch = (input: string | URL | Request, init?: AuthFetchInit) => Promise<Response>

/**
 * Sends nothing if the caller's session has ended before the request is sent, and nothing to an
 * address that `check` throws for. A redirect to another origin goes without the token (Fetch
 * standard, HTTP-redirect fetch).
 *
 * Adds the token as `Authorization: Bearer` (RFC 6750), refreshed first when due. After a 401 it
 * refreshes once and tries once more; if there is no other token, the caller gets the 401.
 *
 * @param ready resolves when the stored session is restored.
 */
export function authFetch(
  keeper: SessionKeeper,
  ready: () => Promise<unknown>,
  send: typeof globalThis.fetch,
  check: (url: string) => void,
): AuthFetch {
  return async (input, { token = 'access', ...init } = {}) => {
    const { generation } = keeper
    const request = new Request(input, init)
    check(request.url)
    // A body can be read only once.
    const again = request.clone()
    const orAbort = abortsWith(request.signal)

    await orAbort(ready())
    const session = await orAbort(keeper.get({}, generation))
    const response = await send(withToken(request, session, token))
    if (response.status !== 401) return response

    const next = await orAbort(keeper.replace(session.accessToken, generation).catch(() => session))
    if (next.accessToken === session.accessToken) return response
    // Not awaited: the session may end meanwhile.
    response.body?.cancel().catch(() => undefined)
    return send(withToken(again, next, token))
  }
}

function withToken(request: Request, session: AuthSession, token: 'access' | 'id'): Request {
  const headers = new Headers(request.headers)
  headers.set('authorization', `Bearer ${token === 'id' ? session.idToken : session.accessToken}`)
  return new Request(request, { headers })
}

/** Rejects when the signal aborts. A refresh goes on then: other callers share it. */
function abortsWith(signal: AbortSignal) {
  return <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const abort = () => reject(abortReason(signal))
      if (signal.aborted) abort()
      signal.addEventListener('abort', abort, { once: true })
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    })
}
