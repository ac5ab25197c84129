import type { Auth } from '@authchart/machine'
import type { Redactor } from '../trace/redactor.ts'
import type { SessionFacts } from './panel-source.ts'

interface Clocks {
  readonly issuedAt?: number
  readonly expiresAt?: number
  readonly refreshAt?: number
}

/** Tokens are refreshed a minute before they expire, or a quarter of their life where that is less. */
const leadMs = 60_000

/** What is known of the session of a running `auth`; of its tokens only the times. */
export function liveSession(auth: Auth, { text }: Redactor, onChange: () => void) {
  let clocks: Clocks = {}

  /** Right after tokens have come they are fresh: asking for them then makes no request. */
  function read() {
    auth.getSession().then(
      ({ accessToken, expiresAt }) => {
        const lifetime = lifetimeOf(accessToken)
        clocks = { expiresAt }
        if (lifetime !== undefined) {
          const lead = Math.min(leadMs, lifetime / 4)
          clocks = { expiresAt, issuedAt: expiresAt - lifetime, refreshAt: expiresAt - lead }
        }
        onChange()
      },
      // Signed in with another provider, or out again: no tokens, no clocks.
      forget,
    )
  }

  function forget() {
    clocks = {}
    onChange()
  }

  const { actor } = auth
  if (actor.getSnapshot().hasTag('authenticated')) read()
  const subscriptions = [
    actor.on('signedIn', read),
    actor.on('restored', read),
    actor.on('token.refreshed', read),
    actor.on('signedOut', forget),
  ]
  return {
    facts(): SessionFacts {
      const { user, challenge } = actor.getSnapshot().context
      return {
        ...clocks,
        ...(user && {
          user: {
            username: text(user.username),
            userId: text(user.userId),
            kind: user.kind,
            groups: user.groups.map(text),
            ...(user.provider && { provider: text(user.provider) }),
          },
        }),
        ...(challenge && { challenge: { type: challenge.type, askedAt: challenge.askedAt } }),
      }
    },
    unsubscribe() {
      for (const subscription of subscriptions) subscription.unsubscribe()
    },
  }
}

/** `exp` − `iat` of an access token, in ms. */
function lifetimeOf(token: string): number | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { iat, exp }: { iat?: unknown; exp?: unknown } = JSON.parse(atob(payload))
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : undefined
  } catch {
    return undefined
  }
}
