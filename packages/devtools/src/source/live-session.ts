import type { AnyAuth, AuthSession } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import type { Redactor } from '../redaction/redactor.ts'
import { claimsOf, payloadOf } from './claims-of.ts'
import type { SessionFacts } from './panel-source.ts'

type TokenFacts = Pick<SessionFacts, 'issuedAt' | 'expiresAt' | 'refreshAt' | 'claims'>

/** What is known of the session of a running `auth`; of its tokens only times and what an allow-list names. */
export function liveSession(auth: AnyAuth, redactor: Redactor, onChange: () => void) {
  const actor = actorOf(auth)
  const { text } = redactor
  let tokens: TokenFacts = {}
  /** The number of the last read: earlier ones that resolve later are ignored. */
  let reading = 0

  /** Right after a sign-in or refresh the tokens are fresh, so `getSession()` sends no request. */
  async function read() {
    reading += 1
    const mine = reading
    // Signed in with another provider, or out again: no tokens, no clocks.
    const session = await auth.getSession().catch(() => undefined)
    if (mine === reading) set(session ? factsOf(session, redactor) : {})
  }

  function forget() {
    reading += 1
    set({})
  }

  function set(facts: TokenFacts) {
    tokens = facts
    onChange()
  }

  return {
    facts(): SessionFacts {
      const { user, challenge } = actor.getSnapshot().context
      return {
        ...tokens,
        ...(user && {
          user: {
            username: text(user.username),
            userId: text(user.userId),
            kind: user.kind,
            groups: user.groups.map(text),
            ...(user.provider && { provider: text(user.provider) }),
          },
        }),
        ...(challenge && { challenge: { type: challenge.type, issuedAt: challenge.issuedAt } }),
      }
    },
    /** Reads the tokens now and after each change, until the returned function is called. */
    follow(): () => void {
      if (actor.getSnapshot().hasTag('authenticated')) void read()
      else tokens = {}
      const subscriptions = [
        actor.on('signedIn', read),
        actor.on('restored', read),
        actor.on('token.refreshed', read),
        actor.on('signedOut', forget),
      ]
      return () => {
        reading += 1
        for (const subscription of subscriptions) subscription.unsubscribe()
      }
    },
  }
}

function factsOf(session: AuthSession, redactor: Redactor): TokenFacts {
  const { accessToken, idToken, expiresAt, refreshAt } = session
  const [access, id] = [payloadOf(accessToken), payloadOf(idToken)]
  // What was handed out together ends with the first of the two.
  const lifetimes = [access, id].flatMap(({ iat, exp }) =>
    typeof iat === 'number' && typeof exp === 'number' ? [(exp - iat) * 1000] : [],
  )
  return {
    expiresAt,
    ...(lifetimes.length > 0 && { issuedAt: expiresAt - Math.min(...lifetimes) }),
    ...(refreshAt !== undefined && { refreshAt }),
    claims: { access: claimsOf(access, redactor), id: claimsOf(id, redactor) },
  }
}
