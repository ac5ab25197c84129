import type { Clock, Vault } from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'

const lifetimeMs = 10 * 60_000

/** One secret in memory for ten minutes at most; a timer forgets it even when nobody asks. */
export function memoryVault(clock: Clock): Vault {
  let held: { secret: Secret; until: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function empty() {
    held = undefined
    clearTimeout(timer)
  }

  return {
    put(secret) {
      empty()
      held = { secret, until: clock.now() + lifetimeMs }
      timer = setTimeout(empty, lifetimeMs)
    },
    take() {
      const secret = held && clock.now() < held.until ? held.secret : undefined
      empty()
      return secret
    },
    empty,
  }
}
