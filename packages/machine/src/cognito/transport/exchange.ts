import { presentable } from '../../disclosure/presentable.ts'
import { secretsInBody } from '../../disclosure/secrets-in.ts'
import { ConfigError } from '../../errors/auth-errors.ts'
import { throwIfAborted } from '../../platform/abort.ts'
import { NetworkError } from '../errors.ts'
import { acceptedInit, type ProtectiveInit, protection } from './protection.ts'

/** The options that a `fetch` accepts, when it rejected some of {@link protection}. */
const accepted = new WeakMap<typeof globalThis.fetch, ProtectiveInit>()

/** The messages of browsers, Node and React Native for a request that was lost. */
const lossPattern =
  /failed to fetch|fetch failed|load failed|network|connection|offline|socket|terminated/i

interface Exchanged {
  readonly response: Response
  readonly body: string
  /** The secrets of the request: the response may repeat them. */
  readonly secrets: () => readonly string[]
}

/**
 * Sends a request and reads its response: not cached, without cookies, and without following redirects.
 *
 * @throws NetworkError when no complete response arrived, or a redirect; ConfigError when `fetch` threw
 * before anything was sent; the signal's reason. The cause of an error has no part of the request.
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  url: string,
  init: RequestInit,
): Promise<Exchanged> {
  const secrets = () => secretsInBody(init.body)
  const known = accepted.get(fetch)
  let isSent = false
  try {
    const answer = fetch(url, { ...init, ...(known ?? protection), signal })
    isSent = true
    const response = await answer
    return { response, body: await readBody(response), secrets }
  } catch (error) {
    throwIfAborted(signal)
    if (error instanceof NetworkError) throw error
    const isLoss = lossPattern.test(String(Object(error).message))
    const weaker = known || isLoss ? undefined : await acceptedInit(fetch, url)
    throwIfAborted(signal)
    if (weaker) {
      accepted.set(fetch, weaker)
      return exchange(fetch, signal, url, init)
    }
    const cause = presentable(error, secrets())
    if (isSent || isLoss) throw new NetworkError(`No answer from ${hostOf(url)}`, { cause })
    throw new ConfigError('"fetch" threw an error before it sent a request', { cause })
  }
}

/** @throws NetworkError for a redirect: Cognito never sends one, and its target is not trusted. */
function readBody(response: Response): Promise<string> {
  const { type, status, redirected } = response
  if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400)) {
    throw new NetworkError(
      'The response is a redirect, which is not followed: it is not from Cognito',
    )
  }
  return response.text()
}

/** Does not use `URL`, which is incomplete in React Native. */
const hostOf = (url: string): string => /^\w+:\/\/([^/?#]*)/.exec(url)?.[1] ?? url
