import type { Clock, SessionTokens, TokenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { readTokens } from '../../tokens/read-tokens.ts'

/** Clocks that differ by less are the same, in ms: tokens are refreshed so long before they expire. */
const tolerated = 60_000

interface DriftOptions {
  readonly storage: KeyValueStorage
  readonly clientId: string
  readonly clock: Clock
}

/**
 * Remembers by how much this machine's clock is ahead of Cognito's, in ms, so that a page with a wrong
 * clock does not refresh its tokens each time it is loaded. Under a key of our own: the libraries' key
 * `clockDrift` has two meanings. For these tokens alone, and never in the way of them.
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
    // A clock that was set forward since only has the tokens refreshed too early, once.
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

/** Without it the next page refreshes the tokens. */
async function attempt(work: () => unknown) {
  try {
    await work()
  } catch {
    // See above.
  }
}

const isNumber = (value: unknown): value is number => Number.isFinite(value)

/** Tells tokens from others, without a word of them. */
function markOf(tokens: SessionTokens): string {
  const { user, issuedAt } = readTokens(tokens)
  return `${user.userId} ${issuedAt}`
}
