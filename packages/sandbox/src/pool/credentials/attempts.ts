import { limitExceeded, notAuthorized } from '../../errors.ts'

/** Failures counted against one limit. */
export interface Attempts {
  count: number
  /** Epoch ms of the first failure. */
  firstAt: number
  /** Epoch ms of the last failure. */
  lastAt: number
}

type AttemptsStore = Map<string, Attempts>

const quarterHour = 900_000
const hour = 3_600_000

/** After five failures: 2^(n−5) s, at most 15 minutes. */
const lockoutMs = (failures: number) =>
  failures < 5 ? 0 : Math.min(1000 * 2 ** (failures - 5), quarterHour)

/** Throws during a lockout. Attempts during a lockout do not count, so they do not prolong it. */
export function checkLockout(store: AttemptsStore, key: string, now: number): void {
  const attempts = store.get(key)
  if (!attempts) return
  const end = attempts.lastAt + lockoutMs(attempts.count)
  if (now < end) throw notAuthorized('Password attempts exceeded')
  if (now >= end + quarterHour) store.delete(key)
}

/** Throws after `limit` failures within the last hour. */
export function checkHourlyLimit(
  store: AttemptsStore,
  key: string,
  limit: number,
  now: number,
): void {
  const attempts = store.get(key)
  if (!attempts) return
  if (now - attempts.firstAt >= hour) store.delete(key)
  else if (attempts.count >= limit) throw limitExceeded()
}

export function countAttempt(store: AttemptsStore, key: string, now: number): void {
  const { count, firstAt } = store.get(key) ?? { count: 0, firstAt: now }
  store.set(key, { count: count + 1, firstAt, lastAt: now })
}
