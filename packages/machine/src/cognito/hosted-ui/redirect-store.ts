import type { Clock } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { guarded } from '../stores/guarded.ts'

/** The values that check the answer of a redirect. */
export interface PendingRedirect {
  readonly state: string
  /** RFC 7636: a secret until its code is redeemed. */
  readonly codeVerifier: string
  readonly nonce: string
  readonly redirectUri: string
  readonly customState?: string | undefined
  /** Epoch ms. */
  readonly startedAt: number
}

/** Cognito's own pages expire earlier. In ms. */
const longestMs = 60 * 60_000

/** At most so many unanswered redirects are stored: a cookie has little room. */
const mostAtOnce = 5

/**
 * Stores redirects beside the tokens, for all tabs: the answer may arrive in another tab. Each can be
 * taken once.
 */
export function redirectStore(storage: KeyValueStorage, clientId: string, clock: Clock) {
  const key = `authchart.${clientId}.redirects`

  async function read(): Promise<readonly PendingRedirect[]> {
    const stored = await storage.getItem(key)
    return stored ? parse(stored).filter(({ startedAt }) => isYoung(startedAt)) : []
  }

  async function write(redirects: readonly PendingRedirect[]) {
    if (redirects.length === 0) await storage.removeItem(key)
    else await storage.setItem(key, JSON.stringify(redirects))
  }

  function isYoung(startedAt: number) {
    // In both directions: the clock may be set back.
    return Math.abs(clock.now() - startedAt) < longestMs
  }

  return {
    async add(redirect: PendingRedirect): Promise<void> {
      await guarded(
        async () => {
          const others = await read()
          await write([...others.slice(1 - mostAtOnce), redirect])
        },
        'The storage did not store the redirect',
        [redirect.codeVerifier],
      )
    },
    async take(state: string): Promise<PendingRedirect | undefined> {
      return guarded(async () => {
        const redirects = await read()
        await write(redirects.filter((redirect) => redirect.state !== state))
        return redirects.find((redirect) => redirect.state === state)
      }, 'The storage did not remove the redirect')
    },
  }
}

function parse(stored: string): readonly PendingRedirect[] {
  try {
    const list: unknown = JSON.parse(stored)
    return Array.isArray(list) ? list.filter(isRedirect) : []
  } catch {
    return []
  }
}

function isRedirect(value: unknown): value is PendingRedirect {
  const { state, codeVerifier, nonce, redirectUri, startedAt }: Record<string, unknown> =
    Object(value)
  return (
    [state, codeVerifier, nonce, redirectUri].every((text) => typeof text === 'string') &&
    Number.isFinite(startedAt)
  )
}
