import type { AuthContext } from '@authchart/machine'
import { stepsOf } from '@authchart/machine/xstate'
import {
  exploreFrom,
  extendBehaviour,
  type Outcome,
  type Step,
  stepsBehaviour,
  walkTo,
} from '@authchart/testing'
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate'
import { isAnswerable } from '../fake-cognito/actor-outcomes.ts'

/** One step of a path through the chart. */
export interface PathStep {
  /** `signIn.submit`, `signIn answers SMS_MFA`. */
  readonly label: string
  /** Leaves. */
  readonly from: string
  readonly to: string
  readonly event: EventObject
  /** How the pending request of `from` ends; absent if the user acts. */
  readonly outcome?: Outcome
}

/** Dialogs of the browser: a journey ends them in its place, with an example. */
const dialogs: ReadonlySet<string> = new Set(['createPasskey', 'getPasskey'])

/** The browser itself ends it, without a request. */
const endedByBrowser: ReadonlySet<string> = new Set(['endSession: success'])

/** Skips the form with the password, so that no automatic sign-in can follow. */
const withoutPassword: ReadonlySet<string> = new Set(['go.confirmSignUp'])

/** Any path without a rejection is better than one with it, and waiting is worse than both. */
const cost = { plain: 1, rejected: 100, waiting: 10_000 }

/**
 * The steps from a snapshot to a leaf: events of the user with example payloads, and outcomes of the
 * catalogue. Guards and contexts are the real ones; nothing is executed.
 *
 * @throws Error if there is no path.
 */
export function findPath(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  leaf: string,
): readonly PathStep[] {
  const steps = stepsOf(machine)
  const behaviour =
    steps.length > 0
      ? { ...stepsBehaviour(steps), machine: () => machine }
      : extendBehaviour({ machine })
  const model = exploreFrom(behaviour, snapshot)
  const isOffering = offersPasskeys(snapshot)
  const walk = walkTo(model, leaf, {
    cannotTake: (step) => (isOffering ? undefined : isOffered(step)) ?? cannotTake(step),
    costOf,
  })
  return walk.steps.map((step) => {
    const { event, outcome } = step
    const ends = { from: step.from.leaf, to: step.to.leaf }
    return { label: labelOf(step), ...ends, event, ...(outcome && { outcome }) }
  })
}

/** Whether an app offers a passkey to users who have none. */
export function offersPasskeys({ context }: AnyMachineSnapshot): boolean {
  return (context as AuthContext).firstFactors?.includes('PASSKEY') ?? false
}

const isOffered = ({ outcome }: Step) =>
  outcome?.name.includes('a passkey to create') ? 'The app offers no passkeys' : undefined

function cannotTake({ kind, outcome }: Step): string | undefined {
  if (kind === 'external') return 'The user cannot cause it'
  if (!outcome || isAnswerable(outcome) || isEndedHere(outcome)) return undefined
  return endedByBrowser.has(`${outcome.actor}: ${outcome.name}`) ? undefined : 'No request ends so'
}

/** An action of the app's own step, `acceptTerms.accept`, or a dialog of the browser is done. */
export function isEndedHere({ actor, rejection }: Outcome): boolean {
  return rejection === undefined && (actor.includes('.') || dialogs.has(actor))
}

function costOf({ kind, event, outcome }: Step): number {
  if (kind === 'timer') return cost.waiting
  return outcome?.rejection || withoutPassword.has(event.type) ? cost.rejected : cost.plain
}

function labelOf({ label, event, kind, outcome }: Step): string {
  if (!outcome) return kind === 'action' ? event.type : label
  const { actor, name, rejection } = outcome
  return rejection ? `${actor} fails: ${name}` : `${actor} answers ${name}`
}
