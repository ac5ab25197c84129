import {
  type Driver,
  type ExpectedStep,
  expectedSteps,
  explore,
  type Step,
  type Walk,
  walkTo,
} from '../../../../testing/src/index.ts'
import { sandboxBehaviour } from '../../../../testing/test/sandbox-driver/sandbox-driver.ts'
import type { AuthPath } from '../../../src/index.ts'

export const behaviour = sandboxBehaviour()
export const model = explore(behaviour)

/** Prefers what a user does on this page to what other tabs, earlier pages and links have done. */
export function costOf({ kind, outcome, event }: Step): number {
  const isStored = outcome?.actor === 'readSession' && outcome.name !== 'nothing'
  const isDetour = /\.cancel$|^go\.(confirmSignUp|resetPassword)$/.test(event.type)
  if (kind === 'external' || isStored || isDetour) return 20
  return outcome?.rejection || outcome?.name === 'confirmed by a trigger' ? 5 : 1
}

/** What a plan that succeeds by the user alone leaves out. */
export function unlessSuccessful({ kind, outcome }: Step): string | undefined {
  if (kind === 'external') return 'this comes from elsewhere'
  if (isBesideTheForm(outcome)) return besideTheForm
  return outcome?.rejection ? 'this is a failure' : undefined
}

/** The list of a field may offer a passkey for as long as the form is shown. */
const besideTheForm = 'this comes beside the form'
const isBesideTheForm = (outcome: Step['outcome']) => outcome?.actor === 'autofillPasskey'

/** What a plan leaves out that waits for the end of each request. */
function unlessItEnds({ from, kind, outcome }: Step): string | undefined {
  if (isBesideTheForm(outcome)) return besideTheForm
  const canSucceed = from.steps.some(
    ({ outcome }) => outcome && !outcome.rejection && !isBesideTheForm(outcome),
  )
  return canSucceed && kind !== 'outcome' ? 'a request has to end first' : undefined
}

/** A walk to a leaf, and the steps up to the next screen if its request succeeds. */
export interface Approach {
  readonly begin: ReturnType<typeof expectedSteps>['begin']
  readonly walk: Walk
  readonly steps: readonly ExpectedStep[]
  readonly success: readonly ExpectedStep[]
}

/** Plans a walk through leaves; the requests on it end. */
export function planThrough(
  leaves: readonly AuthPath[],
  start: string,
  cannotTake: (step: Step) => string | undefined,
): Approach {
  const ended = (step: Step) => unlessItEnds(step) ?? cannotTake(step)
  const walk = leaves.reduce<Walk | undefined>(
    (from, leaf) => walkTo(model, leaf, { from: from ?? start, costOf, cannotTake: ended }),
    undefined,
  )
  if (!walk) throw new Error('No leaf is given')
  const on = walkTo(model, 'signedIn.idle', {
    from: walk,
    costOf,
    cannotTake: (step) => unlessSuccessful(step) ?? ended(step),
  })
  const { begin, steps } = expectedSteps(behaviour, on)
  const ahead = steps.slice(walk.steps.length)
  const end = ahead.findIndex(({ step }) => step.kind !== 'outcome')
  return {
    begin,
    walk,
    steps: steps.slice(0, walk.steps.length),
    success: end === -1 ? ahead : ahead.slice(0, end),
  }
}

export async function walkThere(
  driver: Driver,
  { begin, walk, steps }: Pick<Approach, 'begin' | 'walk' | 'steps'>,
): Promise<void> {
  await driver.begin(walk, begin)
  for (const step of steps) await takeAndCheck(driver, step)
}

export async function takeAndCheck(driver: Driver, expected: ExpectedStep): Promise<void> {
  await driver.take(expected)
  await driver.check(expected)
}
