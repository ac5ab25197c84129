import { type AuthTransport, toFailure } from '@authchart/machine'
import { actorOf, pathOf } from '@authchart/machine/xstate'
import { type Exchange, exchangesOf, outcomes } from '@authchart/testing'
import { chartGraph } from '../chart-graph/chart-graph.ts'
import type { SessionVerb } from '../source/panel-source.ts'
import type { Inspector } from '../trace/inspector.ts'
import { timeOf } from '../words/sentence.ts'

const refreshing = 'GetTokensFromRefreshToken'

type Verbs = { readonly [Verb in SessionVerb]: () => Promise<string> }

/** What can be done to the session of a running `auth`. Each says what has come of it; rejects in words. */
export function sessionVerbs({ auth, requests, trace }: Inspector): Verbs {
  const actor = actorOf(auth)
  const leaf = () => pathOf(actor.getSnapshot())
  const goodUntil = (expiresAt: number) =>
    `The access token is good until ${timeOf(expiresAt).slice(0, 8)}.`
  let disarm = () => {}

  async function refresh() {
    const before = await auth.getSession()
    const after = await auth.getSession({ forceRefresh: true })
    const isNew = after.accessToken !== before.accessToken
    return `${isNew ? 'Refreshed.' : 'Nothing can refresh these tokens.'} ${goodUntil(after.expiresAt)}`
  }

  /** Sets the clock of the page ahead until new tokens arrive: those are read with the true time. */
  async function expire() {
    const before = await auth.getSession()
    const putBack = setClockAhead(before.expiresAt - Date.now() + 1)
    const unlisten = beforeAnswer(auth.transport ?? globalThis, refreshing, putBack)
    try {
      const after = await auth.getSession()
      return after.accessToken === before.accessToken
        ? 'The tokens did not expire: this app uses its own clock.'
        : `The tokens had expired, and were refreshed. ${goodUntil(after.expiresAt)}`
    } finally {
      putBack()
      unlisten()
    }
  }

  async function end() {
    const rejected = rejectionOf('refreshSession', /has been revoked$/)
    const takeBack = rejected && requests.answerNext(refreshing, rejected)
    try {
      await auth.getSession({ forceRefresh: true })
      return 'The session continues: the app sent no refresh request that could be rejected.'
    } catch (error) {
      return `The refresh was rejected: ${toFailure(error).message}. The app is in ${leaf()}.`
    } finally {
      takeBack?.()
    }
  }

  async function expireChallenge() {
    const flow = leaf().split('.')[0]
    disarm()
    const actors = new Set(
      chartGraph(actor.logic)
        .nodes.filter(({ id }) => id.split('.')[0] === flow)
        .flatMap(({ invokes }) => invokes),
    )
    const rejections = [...actors].flatMap(
      (name) => rejectionOf(name, /session is expired\.$/) ?? [],
    )
    if (rejections.length === 0)
      return 'Nothing changed: no request of this flow can fail with an expired challenge.'
    const armed = rejections.map((rejected) => requests.answerNext(rejected.operation, rejected))
    // A challenge expires once: Cognito answers the requests after the rejection.
    const unlisten = trace.subscribe((event) => {
      if (event?.type !== 'answer' || !event.isInjected) return
      if (rejections.some(({ operation }) => operation === event.operation)) disarm()
    })
    const subscription = actor.subscribe((snapshot) => {
      if (pathOf(snapshot).split('.')[0] !== flow) disarm()
    })
    disarm = () => {
      subscription.unsubscribe()
      unlisten()
      for (const takeBack of armed) takeBack()
      disarm = () => {}
    }
    return 'The next response to this challenge will be a rejection: Invalid session for the user, session is expired.'
  }

  return { refresh, expire, end, expireChallenge }
}

/** The rejection of an actor's request whose name matches `words`. */
function rejectionOf(actor: string, words: RegExp): Exchange | undefined {
  const rejected = outcomes.find((one) => one.actor === actor && words.test(one.name))
  return rejected && exchangesOf(rejected).at(-1)
}

function setClockAhead(ms: number): () => void {
  const { now } = Date
  let offset = ms
  const ahead = () => now() + offset
  Date.now = ahead
  return () => {
    // If other code has wrapped this clock, it now returns the true time.
    offset = 0
    if (Date.now === ahead) Date.now = now
  }
}

/** Calls `listener` before the app reads the next successful response of an operation. */
function beforeAnswer(
  transport: AuthTransport,
  operation: string,
  listener: () => void,
): () => void {
  const own = transport.fetch
  const listening: typeof own = async (input, init) => {
    const response = await own(input, init)
    const target = new Headers(init?.headers).get('x-amz-target')
    if (response.ok && target?.endsWith(operation)) listener()
    return response
  }
  transport.fetch = listening
  return () => {
    if (transport.fetch === listening) transport.fetch = own
  }
}
