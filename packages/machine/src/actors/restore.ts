import type { RestoreResult } from '../chart/outcomes.ts'
import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts, Challenge, Clock, ScreenStore, SignedOutScreen } from '../ports/index.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import type { Requests } from './request.ts'
import { limitCooldown } from './resend-cooldown.ts'

/** Cognito stores no challenge for longer (`AuthSessionValidity`, 15 minutes at most). */
const longestChallengeMs = 15 * 60_000

/** What a page finds when it loads: a session, or the screen that a reload interrupted. */
export function restoreRequests(
  { screenStore, clock }: AuthPorts,
  keeper: SessionKeeper,
): Pick<Requests, 'readSession' | 'refreshSession'> {
  return {
    async readSession(_, { signal }) {
      const session = await keeper.load(signal)
      const screen = await readScreen(screenStore)
      throwIfAborted(signal)
      const isUnfinished = screen?.route === 'signedIn'
      if (session) {
        const { user, isDue } = session
        const isTheirs = isUnfinished && screen.userId === user.userId
        return {
          kind: isDue ? 'due' : 'signedIn',
          user,
          unfinished: isTheirs ? limitCooldown(clock, screen.unfinished) : undefined,
        }
      }
      return screen && !isUnfinished ? restoreScreen(clock, screen) : { kind: 'signedOut' }
    },

    async refreshSession() {
      return { kind: 'signedIn', user: await keeper.refresh() }
    },
  }
}

/** If it cannot be loaded, a reload only loses the interrupted screen. */
async function readScreen(store: ScreenStore) {
  try {
    return await store.read()
  } catch {
    return undefined
  }
}

function restoreScreen(clock: Clock, screen: SignedOutScreen): RestoreResult {
  if ('challenge' in screen && isForgotten(clock, screen.challenge)) return { kind: 'signedOut' }
  return {
    kind: 'interrupted',
    screen: 'resendAt' in screen ? limitCooldown(clock, screen) : screen,
  }
}

function isForgotten(clock: Clock, { issuedAt }: Challenge) {
  const age = clock.now() - issuedAt
  return age < 0 || age >= longestChallengeMs
}
