import { type AuthSnapshot, actorOf, pathOf } from '@authchart/machine/xstate'
import { exchangesOf, type Outcome } from '@authchart/testing'
import { waitFor } from 'xstate'
import { chartGraph } from '../chart-graph/chart-graph.ts'
import { endRequestOf, outcomesOf } from '../fake-cognito/actor-outcomes.ts'
import { fakeCognito } from '../fake-cognito/fake-cognito.ts'
import type { Inspector } from '../trace/inspector.ts'
import { isEndedHere, type PathStep } from './find-path.ts'

/** How long a step may take, in ms: SRP computes for a while before it asks, and timers of the chart run. */
const patienceMs = 40_000
const lookMs = 15

/**
 * Takes a path: sends its events and answers its requests in place of Cognito. `onStep` gets the number of
 * steps done.
 *
 * @throws Error that names the leaf if the app arrives at another one.
 */
export async function takePath(
  inspector: Inspector,
  path: readonly PathStep[],
  onStep: (done: number) => void,
): Promise<void> {
  const { auth, requests } = inspector
  const actor = actorOf(auth)
  const leaf = (): string => pathOf(actor.getSnapshot())
  const graph = chartGraph(actor.logic)
  let letGo = () => {}

  /** Keeps the request that is made in a leaf from being sent. */
  function pauseIn(to: string) {
    const actors = graph.nodes.find(({ id }) => id === to)?.invokes ?? []
    const [outcome] = actors.flatMap(outcomesOf)
    const [first] = outcome ? exchangesOf(outcome) : []
    letGo = first ? requests.pause(first.operation) : () => {}
  }

  async function left(from: string) {
    await waitFor(actor, (snapshot) => pathOf(snapshot) !== from, { timeout: patienceMs }).catch(
      () => undefined,
    )
  }

  async function answer(from: string, outcome: Outcome) {
    if (isSignIn(outcome)) fakeCognito(inspector)
    for (let waited = 0; waited < patienceMs && leaf() === from; waited += lookMs) {
      if (await endRequestOf(requests, outcome)) {
        await left(from)
        return true
      }
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
    return false
  }

  try {
    for (const [index, step] of path.entries()) {
      const { from, to, event, outcome } = step
      if (leaf() !== from) throw elsewhere(actor.getSnapshot(), from)
      const before = letGo
      let isAnswered = true
      pauseIn(to)
      try {
        // What runs is given up: its signal aborts at once, and what it would have given is ignored.
        if (outcome && isEndedHere(outcome)) actor.send(event as Parameters<typeof actor.send>[0])
        else if (outcome) isAnswered = await answer(from, outcome)
        else if (event.type.startsWith('xstate.')) await left(from)
        else actor.send(event as Parameters<typeof actor.send>[0])
      } finally {
        before()
      }
      if (!isAnswered && [from, to].includes(leaf())) throw unseen(from)
      if (leaf() !== to) throw elsewhere(actor.getSnapshot(), to)
      onStep(index + 1)
    }
    // The last request stays paused: its leaf was the goal.
    const subscription = actor.subscribe((snapshot) => {
      if (pathOf(snapshot) === path.at(-1)?.to) return
      subscription.unsubscribe()
      letGo()
    })
  } catch (error) {
    letGo()
    throw error
  }
}

/** With the code of the failure that has led there: `passkeyUnsupported`. */
function elsewhere(snapshot: AuthSnapshot, expected: string): Error {
  const { failure } = snapshot.context
  const why = failure ? ` after the failure ${failure.code}` : ''
  return new Error(`Stopped in ${pathOf(snapshot)}${why}, where ${expected} was expected.`)
}

const unseen = (leaf: string): Error =>
  new Error(
    `Stopped: the inspector does not see the request of ${leaf}, so the app sent it to Cognito. This app uses its own ports.`,
  )

const isSignIn = ({ output }: Outcome): boolean =>
  (output?.(0) as { readonly kind?: string } | undefined)?.kind === 'signedIn'
