import { reveal } from '../contract/reveal.ts'
import { routeOfPlace } from '../contract/route-of-place.ts'
import { isTransient } from '../drivers/page/look-ahead.ts'
import type { Behaviour } from '../model/behaviour.ts'
import type { Step } from '../model/model.ts'
import type { Walk } from '../plan/walk.ts'
import type { ExpectedStep } from '../run/driver.ts'
import { expectedSteps } from '../run/expected-steps.ts'
import type { Exchange } from '../scripted-cognito/exchange.ts'
import { exchangesOf } from '../scripted-cognito/exchanges-of.ts'
import { nextRequest } from '../scripted-cognito/next-request.ts'
import type { Moment } from '../scripted-cognito/pool.ts'
import { type Stored, storageOf, storedDevice } from '../scripted-cognito/storage-of.ts'
import { sentenceOf, spoken } from './sentences.ts'

/** What a spec does in one step, before it looks at the screen. */
type Deed =
  | { readonly kind: 'open'; readonly stored: string | undefined }
  /** Without a payload where the action never has one. */
  | { readonly kind: 'do'; readonly type: string; readonly payload: object | undefined }
  /** Releases the response that was paused. */
  | { readonly kind: 'answer' }
  | { readonly kind: 'wait'; readonly ms: number }
  /** It happens by itself. */
  | { readonly kind: 'nothing' }

export interface Act {
  readonly sentence: string
  /** The answers to give to the requests that it leads to, by name. */
  readonly prepared: string | undefined
  readonly deed: Deed
  /** The screen that is shown then; `undefined` if it is over before it can be seen. */
  readonly screen: string | undefined
  /** Whether the screen shows a failure; `undefined` if it may show something else. */
  readonly isFailureShown: boolean | undefined
}

/** What all specs need: Cognito's responses and what browsers store, by name. */
export interface Fixtures {
  readonly answers: Map<string, readonly Exchange[]>
  readonly browsers: Map<string, Stored>
}

/** A walk as what a spec does; what it needs is added to the fixtures. */
export function actsOf(
  behaviour: Behaviour,
  walk: Walk,
  moment: Moment,
  fixtures: Fixtures,
): readonly Act[] {
  const isDeviceNeeded = walk.steps.some(({ to }) => /devices\.(remember|forget)ing$/.test(to.leaf))

  function prepare(expected: ExpectedStep): string | undefined {
    const coming = nextRequest(expected)
    if (!coming) return undefined
    const isSignedIn = expected.step.to.leaf.startsWith('signedIn')
    const { actor, name } = coming.outcome
    const exchanges = exchangesOf(coming.outcome, moment, { isSignedIn })
    if (exchanges.length === 0) return undefined
    const key = `${actor}: ${name}`
    const own = isSignedIn && actor.endsWith('SoftwareToken') ? `${key} (signed in)` : key
    fixtures.answers.set(own, exchanges)
    return own
  }

  function store({ step }: ExpectedStep): string | undefined {
    const { outcome } = step
    if (!outcome) return undefined
    const found = storageOf(outcome, moment)
    const device = isDeviceNeeded ? storedDevice(moment.pool) : {}
    const stored = { ...found, localStorage: { ...found.localStorage, ...device } }
    const keys = [stored.localStorage, stored.sessionStorage].flatMap(Object.keys)
    if (keys.length === 0) return undefined
    const name = isDeviceNeeded ? `${outcome.name}, and a device` : outcome.name
    fixtures.browsers.set(name, stored)
    return name
  }

  let isPaused = false
  const take = (expected: ExpectedStep): Act => {
    const { step, after } = expected
    const prepared = prepare(expected)
    const deed = deedOf(behaviour, expected, isPaused, store)
    if (prepared !== undefined) isPaused = true
    else if (step.from.leaf !== step.to.leaf) isPaused = false
    const { failure, notice } = after.context
    const isSeen = !isTransient(step.to)
    // While the app signs out, the failure is not shown yet.
    const isShown = isSeen && !after.hasTag('pending')
    return {
      sentence: `${sentenceOf(step)}, ${effectOf(step, prepared !== undefined)}`,
      prepared,
      deed,
      screen: isSeen ? routeOfPlace(step.to) : undefined,
      isFailureShown: failure ? isShown || undefined : notice || !isSeen ? undefined : false,
    }
  }
  return expectedSteps(behaviour, walk).steps.map(take).reduce<readonly Act[]>(mergeUnseen, [])
}

/** What happens by itself is over before it can be seen: it belongs to the step before. */
function mergeUnseen(acts: readonly Act[], act: Act): readonly Act[] {
  const before = acts.at(-1)
  if (act.deed.kind !== 'nothing' || !before) return [...acts, act]
  const sentence = `${before.sentence}, then ${act.sentence}`
  const prepared = act.prepared ?? before.prepared
  return [...acts.slice(0, -1), { ...act, sentence, prepared, deed: before.deed }]
}

/** What a step does to the screen. */
function effectOf({ from, to, outcome }: Step, isWaiting: boolean): string {
  const [before, after] = [routeOfPlace(from), routeOfPlace(to)]
  const isShown = before !== after || outcome?.actor === 'readSession'
  return isShown ? `and “${spoken(after)}” is shown` : isWaiting ? 'and waits' : 'and stays'
}

function deedOf(
  { payloads }: Behaviour,
  expected: ExpectedStep,
  isPaused: boolean,
  store: (expected: ExpectedStep) => string | undefined,
): Deed {
  const { kind, event, outcome, afterMs = 0 } = expected.step
  if (kind === 'timer') return { kind: 'wait', ms: afterMs }
  if (outcome?.actor === 'readSession') return { kind: 'open', stored: store(expected) }
  if (outcome) return { kind: isPaused ? 'answer' : 'nothing' }
  const { type, ...payload } = event
  const isEmpty = (payloads[type] ?? []).every((payload) => Object.keys(payload).length === 0)
  return { kind: 'do', type, payload: isEmpty ? undefined : reveal(payload) }
}
