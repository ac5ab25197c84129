import { withDeadline } from '../concurrency/deadline.ts'
import { pause } from '../concurrency/pause.ts'
import type { Lock } from '../ports/index.ts'
import type { SessionState } from './session-state.ts'
import type { TokenSession } from './token-session.ts'

/**
 * How long (ms) a browser may take to show the other tabs the tokens that this one has stored. The lock
 * itself passes at once: without the wait the next tab would read the old refresh token and send it again.
 */
const propagationMs = 500

/**
 * Runs `refresh` with the lock that all tabs share. Resolves as soon as `refresh` does, and keeps the
 * lock until the other tabs see what was stored. If a tab hangs with the lock, the next one takes it
 * after the time-out.
 */
export function withRefreshLock(
  lock: Lock,
  { timeoutMs, stopped }: Pick<SessionState, 'timeoutMs' | 'stopped'>,
  refresh: (signal: AbortSignal) => Promise<TokenSession>,
): Promise<TokenSession> {
  return new Promise((resolve, reject) => {
    const work = async () => {
      // With a deadline, so that a storage that hangs does not keep the lock from the other tabs.
      const refreshed = withDeadline(timeoutMs, refresh, stopped)
      refreshed.then(resolve, reject)
      const { receivedAt } = await refreshed
      if (receivedAt !== undefined) await pause(propagationMs, stopped)
    }

    /** Resolves as soon as `work` has begun. */
    const begin = (steal: boolean): Promise<void> => {
      const wait = (signal: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          const run = async () => {
            // A lock that ignores signals comes too late.
            if (signal.aborted) return
            resolve()
            await work()
          }
          lock.hold(run, { signal, steal }).catch(reject)
        })
      return withDeadline(timeoutMs, wait, stopped)
    }

    const takeFromHangingTab = (error: unknown) => {
      if (stopped.aborted || Object(error).name !== 'TimeoutError') throw error
      return begin(true)
    }
    begin(false).catch(takeFromHangingTab).catch(reject)
  })
}
