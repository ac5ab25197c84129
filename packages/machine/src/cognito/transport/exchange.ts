import { presentable } from '../../disclosure/presentable.ts'
import { secretsInBody } from '../../disclosure/secrets-in.ts'
import { ConfigError } from '../../errors/config-error.ts'
import { throwIfAborted } from '../../platform/abort.ts'
import { NetworkError } from '../errors.ts'
import { acceptedInit, type ProtectiveInit, protection } from './protection.ts'

/** What a `fetch` accepts that was found to reject some of {@link protection}. */
const accepted = new WeakMap<typeof globalThis.fetch, ProtectiveInit>()

/** As browsers, Node and React Native say that a request was lost on its way. */
const lossPattern =
  /failed to fetch|fetch failed|load failed|network|connection|offline|socket|terminated/i

interface Exchanged {
  readonly response: Response
  readonly body: string
  /** What was sent that nobody may see: the answer may repeat it. */
  readonly secrets: () => readonly string[]
}

/**
 * Sends a request and reads its answer: not cached, without cookies, and never on to another address.
 *
 * @throws NetworkError when nothing (whole) came back, or a redirect; ConfigError when `fetch` threw
 * before anything was sent; the signal's reason. The cause of an error holds nothing of the request.
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

/** @throws NetworkError for a redirect: Cognito never answers with one, and it may lead anywhere. */
function readBody(response: Response): Promise<string> {
  const { type, status, redirected } = response
  if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400)) {
    throw new NetworkError(
      'The answer is a redirect, which is not followed: it is not from Cognito',
    )
  }
  return response.text()
}

/** Without `new URL`, of which React Native has a part. */
const hostOf = (url: string): string => /^\w+:\/\/([^/?#]*)/.exec(url)?.[1] ?? url
