import type { Clock, Vault } from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'

const lifetimeMs = 10 * 60_000

/** Stores one secret in memory for ten minutes at most; a timer removes it. */
export function memoryVault(clock: Clock): Vault {
  let stored: { secret: Secret; until: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function empty() {
    stored = undefined
    clearTimeout(timer)
  }

  return {
    put(secret) {
      empty()
      stored = { secret, until: clock.now() + lifetimeMs }
      timer = setTimeout(empty, lifetimeMs)
    },
    take() {
      const secret = stored && clock.now() < stored.until ? stored.secret : undefined
      empty()
      return secret
    },
    empty,
  }
}
