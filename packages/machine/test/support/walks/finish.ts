import { transition } from 'xstate'
import { person } from '../../../../testing/src/catalogue/person.ts'
import { exploreFrom, type Step } from '../../../../testing/src/index.ts'
import { nearest } from '../../../../testing/src/plan/nearest.ts'
import type { SandboxDriver } from '../../../../testing/test/sandbox-driver/sandbox-driver.ts'
import type { Account } from '../../../../testing/test/sandbox-driver/test-users.ts'
import type { AuthFailure } from '../../../src/index.ts'
import { actorOf, pathOf } from '../../../src/xstate.ts'
import { rest } from '../failure-recorder.ts'
import { behaviour, costOf, unlessSuccessful } from './walk-there.ts'

/** The most actions to a leaf. */
const longest = 12

/** In ms: later an authenticator app shows another code, and a further code can be requested. */
const laterMs = 31_000

interface Aim {
  readonly leaf: string
  readonly isDone: () => boolean
  /** The action that is tried first, where the screen offers it. */
  readonly again?: string | undefined
}

/**
 * Does what a user does to get to a leaf when it is not known what the servers have done: plans from the
 * current screen, takes one action, and plans again from where that has led. An action that has
 * failed is not repeated before another one is taken.
 */
export async function finish(driver: SandboxDriver, aim: Aim): Promise<void> {
  const { app } = driver
  let failed: string | undefined
  let hasOther = true
  for (let actions = 0; !aim.isDone(); actions += 1) {
    if (actions === longest) throw new Error(`Not done at ${leafOf(driver)}`)
    await app.backend.advance(laterMs)
    const step = nextAction(driver, actions === 0 ? aim : { ...aim, again: undefined }, failed)
    await takeAction(driver, step)
    const { failure } = app.auth.getView()
    const isOther: boolean = hasOther && isPasswordWrong(failure)
    if (isOther) app.current.account = withOtherPassword(app.current.account)
    hasOther &&= !isOther
    failed = failure && !isOther && leafOf(driver) === step.from.leaf ? step.event.type : undefined
  }
}

const leafOf = ({ app }: Pick<SandboxDriver, 'app'>) => pathOf(actorOf(app.auth).getSnapshot())

/** The first step of the shortest walk to the leaf, but not the action that has failed. */
function nextAction({ app }: SandboxDriver, aim: Aim, failed: string | undefined): Step {
  const { auth, backend } = app
  const here = exploreFrom(behaviour, actorOf(auth).getSnapshot(), backend.clock.now())
  const [start] = here.starts
  if (!start) throw new Error('The model has no start')
  const { place } = start
  const again = place.steps.find(({ event }) => event.type === aim.again)
  if (again) return again
  const steps = place.steps.filter(
    (step) => step.event.type !== failed && step.to.leaf !== place.leaf && !cannotTake(step),
  )
  // Another place than the current one, so that a walk can return to this: there it may try again.
  const isWanted = ({ to }: Step) => to.leaf === aim.leaf
  const found = nearest(
    { ...place, steps },
    { isWanted, costOf: cost, cannotTake, maxSteps: longest },
  )
  const [first] = found?.steps ?? []
  if (!first) throw new Error(`Nothing leads from ${place.leaf} to ${aim.leaf}`)
  return first
}

function cannotTake(step: Step): string | undefined {
  const isElsewhere = /\.(redirect|federate)$/.test(step.event.type)
  return isElsewhere ? 'the user has another account there' : unlessSuccessful(step)
}

/** A user finishes a screen rather than leave it. */
function cost(step: Step): number {
  return step.event.type.startsWith('go.') ? Math.max(4, costOf(step)) : costOf(step)
}

async function takeAction(driver: SandboxDriver, step: Step): Promise<void> {
  const before = step.from.snapshot
  const [after] = transition(before.machine, before, step.event)
  await driver.take({ step, before, after, rest: [] })
  await rest(driver.app)
}

function isPasswordWrong(failure: AuthFailure | undefined): boolean {
  return /^incorrect(Credentials|PreviousPassword)$/.test(failure?.code ?? '')
}

/** A user who has chosen another password does not know whether Cognito has it. */
function withOtherPassword({ username, password }: Account): Account {
  const isFirst = password === person.password
  return { username, password: isFirst ? person.newPassword : person.password }
}
