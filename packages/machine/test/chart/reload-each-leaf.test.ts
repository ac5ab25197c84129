// Loaded beforehand: the first load is slower than a request may be.
import '@aws-sdk/client-cognito-identity'
import { createSandbox } from '@authchart/sandbox'
import { afterAll, expect, test } from 'vitest'
import { transition } from 'xstate'
import {
  expectedSteps,
  exploreFrom,
  type Step,
  type Walk,
  walkTo,
} from '../../../testing/src/index.ts'
import {
  openDriver,
  type SandboxDriver,
  sandboxDriver,
} from '../../../testing/test/sandbox-driver/sandbox-driver.ts'
import { identityPool } from '../../src/cognito/identity-pool/index.ts'
import { type Auth, type AuthPath, routeOf, Secret } from '../../src/index.ts'
import { actorOf, pathOf } from '../../src/xstate.ts'
import { codesOf, recordFailures } from '../support/failure-recorder.ts'
import { settled } from '../support/sandbox-auth.ts'
import { type AfterReload, afterReload } from '../support/walks/after-reload.ts'
import {
  behaviour,
  costOf,
  model,
  takeAndCheck,
  unlessSuccessful,
  walkThere,
} from '../support/walks/walk-there.ts'

const sandbox = createSandbox()
const address = { fetch: sandbox.fetch, config: sandbox.config, identityPool }
const { cannotTake } = sandboxDriver(address)

afterAll(() => sandbox.close())

/** To a form after one attempt: it shows the user name, and it may be in its second round. */
function planWalk(leaf: AuthPath): Walk {
  const options = { cannotTake, costOf }
  const from = leaf === 'restoring.completing' ? 'back from the hosted UI' : 'the page is opened'
  const attempt = leaf.replace(/editing$/, 'submitting')
  if (attempt !== leaf && attempt in routeOf) {
    const cannotCancel = (step: Step) =>
      step.kind === 'outcome' ? cannotTake(step) : 'the attempt has to end'
    return walkTo(model, leaf, {
      ...options,
      from: walkTo(model, attempt, { ...options, from }),
      cannotTake: cannotCancel,
    })
  }
  const isRemembering = leaf === 'signedIn.devices.remembering'
  return walkTo(model, leaf, { ...options, from, facts: isRemembering ? ['rememberDevice'] : [] })
}

/** Plans and takes a walk from where the app is, in which everything succeeds. */
async function goOn(driver: SandboxDriver, leaf: string): Promise<void> {
  const { auth, backend } = driver.app
  const here = exploreFrom(behaviour, actorOf(auth).getSnapshot(), backend.clock.now())
  const { start, steps } = walkTo(here, leaf, {
    cannotTake: (step) => unlessSuccessful(step) ?? cannotTake(step),
  })
  let before = start.place.snapshot
  for (const [index, step] of steps.entries()) {
    const [after] = transition(here.machine, before, step.event)
    await takeAndCheck(driver, { step, before, after, rest: steps.slice(index + 1) })
    before = after
  }
}

/** What a screen shows of the walk to it: neither functions nor what every screen has. */
function shownBy(auth: Auth): Readonly<Record<string, unknown>> {
  const { route, isPending, pending, failure, notice, elsewhere, ...screen } = auth.getView()
  const data = Object.entries(screen).filter(([, value]) => typeof value !== 'function')
  return Object.fromEntries(
    data.map(([name, value]) => [name, value instanceof Secret ? value.reveal() : value]),
  )
}

test.each(Object.keys(routeOf) as AuthPath[])('%s', async (leaf) => {
  const { back, differs = {}, requests = [] }: AfterReload = afterReload[leaf] ?? {}
  const walk = planWalk(leaf)
  const driver = openDriver(address)
  await walkThere(driver, { walk, ...expectedSteps(behaviour, walk) })
  const { app } = driver
  expect(pathOf(actorOf(app.auth).getSnapshot())).toBe(leaf)
  const before = shownBy(app.auth)
  const { sent } = app.gate
  const sentBefore = sent.length

  app.reload()
  const reported = recordFailures(app.auth)
  const [route, why] = back ?? [routeOf[leaf], undefined]
  await settled(app.auth, route)
  expect(route === routeOf[leaf], why).toBe(back === undefined)
  expect(sent.slice(sentBefore)).toEqual(requests)

  const after = shownBy(app.auth)
  for (const field of Object.keys(back ? {} : before)) {
    const [expected, actual] = [before[field], after[field]]
    const reason: string | undefined = (differs as Readonly<Record<string, string>>)[field]
    if (reason) expect(actual, `${field}: ${reason}`).not.toEqual(expected)
    else expect(actual, field).toEqual(expected)
  }
  if ('username' in before && 'username' in after) expect(after.username).toBe(before.username)

  // What was interrupted can be done again, up to a signed-in user with nothing left to do.
  await app.waitForIdle()
  app.closeGate()
  if (!back && !/failed$/.test(leaf)) await goOn(driver, leaf)
  await goOn(driver, 'signedIn.idle')
  expect(app.screenStore.read()).toBeUndefined()
  expect(codesOf(reported)).toEqual([])
  await driver.end()
})
