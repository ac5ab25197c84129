import type { Clock, SessionTokens, TokenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { readTokens } from '../../tokens/token-facts.ts'
import { attempt } from './guarded.ts'

/** A smaller difference of clocks is ignored: tokens are refreshed this long before they expire. In ms. */
const tolerated = 60_000

interface DriftOptions {
  readonly storage: KeyValueStorage
  readonly clientId: string
  readonly clock: Clock
}

/**
 * Stores by how many ms this machine's clock is ahead of Cognito's, so a page with a wrong clock does not
 * refresh its tokens at each load. It has a key of its own: the libraries' key `clockDrift` has two
 * meanings. The value is valid for the stored tokens only. Errors here do not affect the tokens.
 */
export function withClockDrift(
  store: TokenStore,
  { storage, clientId, clock }: DriftOptions,
): TokenStore {
  const key = `authchart.${clientId}.clock`

  async function load(tokens: SessionTokens): Promise<number | undefined> {
    const stored: unknown = JSON.parse((await storage.getItem(key)) ?? 'null')
    const [drift, savedAt, mark]: unknown[] = Array.isArray(stored) ? stored : []
    if (mark !== markOf(tokens) || !isNumber(drift) || !isNumber(savedAt)) return undefined
    const { issuedAt = 0 } = readTokens(tokens)
    const now = clock.now()
    // A clock that was set forward only causes one early refresh.
    const wasSetBack = now < savedAt || now - drift < issuedAt - tolerated
    return wasSetBack ? undefined : drift
  }

  return {
    load: store.load,
    async save(tokens, options = {}) {
      const { clockDrift = 0 } = options
      await store.save(tokens, options)
      if (Math.abs(clockDrift) <= tolerated) return
      const stored = JSON.stringify([clockDrift, clock.now(), markOf(tokens)])
      await attempt(() => storage.setItem(key, stored))
    },
    loadClockDrift: (tokens) => load(tokens).catch(() => undefined),
    async clear() {
      await store.clear()
      await attempt(() => storage.removeItem(key))
    },
  }
}

const isNumber = (value: unknown): value is number => Number.isFinite(value)

/** Identifies tokens without a part of them. */
function markOf(tokens: SessionTokens): string {
  const { user, issuedAt } = readTokens(tokens)
  return `${user.userId} ${issuedAt}`
}
