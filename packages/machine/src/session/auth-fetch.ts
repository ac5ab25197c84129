import { abortReason } from '../platform/abort.ts'
import type { AuthSession } from './auth-session.ts'
import type { SessionKeeper } from './session-keeper.ts'

export interface AuthFetchInit extends RequestInit {
  /** Which token goes along: `access` unless told; `id` for an API that reads the user's claims. */
  readonly token?: 'access' | 'id' | undefined
}

/** `fetch` for the APIs of the signed-in user. */
export type AuthFetch = (input: string | URL | Request, init?: AuthFetchInit) => Promise<Response>

/**
 * Sends nothing when the session of who asked has ended before the request goes out, and nothing to an
 * address that `check` throws for. A redirect to another origin goes without the token (Fetch
 * standard, HTTP-redirect fetch).
 *
 * Adds the token as `Authorization: Bearer` (RFC 6750), refreshed first when due. A 401 is answered
 * by one refresh and one more try; where no other token can be had, the 401 is what the caller gets.
 *
 * @param ready resolves when it is known who is signed in.
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
    // Not waited for: the session may end meanwhile.
    response.body?.cancel().catch(() => undefined)
    return send(withToken(again, next, token))
  }
}

function withToken(request: Request, session: AuthSession, token: 'access' | 'id'): Request {
  const headers = new Headers(request.headers)
  headers.set('authorization', `Bearer ${token === 'id' ? session.idToken : session.accessToken}`)
  return new Request(request, { headers })
}

/** A refresh is shared with others, so the signal of one caller does not end it. */
function abortsWith(signal: AbortSignal) {
  return <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const abort = () => reject(abortReason(signal))
      if (signal.aborted) abort()
      signal.addEventListener('abort', abort, { once: true })
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    })
}
