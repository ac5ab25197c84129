import { inspect } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  type AnyStep,
  ConfigError,
  createAuth,
  defineStep,
  Secret,
  StepError,
} from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import { createUser, openPage, settled, submitSignIn } from '../support/sandbox-auth.ts'
import { stepShown } from './own-steps.ts'

/** A step before the app whose action ends when the test says so. */
function waitingStep(isNeeded: () => boolean = () => true) {
  const signals: AbortSignal[] = []
  let end: ((error?: Error) => void) | undefined
  const step = defineStep({
    route: 'waiting',
    at: 'beforeSignedIn',
    isNeeded,
    actions: {
      wait: (_: undefined, { signal }) => {
        signals.push(signal)
        return new Promise<void>((resolve, reject) => {
          end = (error) => (error ? reject(error) : resolve())
        })
      },
    },
  })
  return { step, signals, end: (error?: Error) => end?.(error) }
}

async function pageWithUser() {
  const page = openPage()
  await createUser(page)
  return page
}

/** What is thrown at once, and is not caught. */
function uncaught(): readonly unknown[] {
  const errors: unknown[] = []
  const wait = setTimeout
  const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((
    run: () => void,
    ms?: number,
  ) => {
    if (ms !== undefined) return wait(run, ms)
    try {
      run()
    } catch (error) {
      errors.push(error)
    }
  }) as never)
  onTestFinished(() => spy.mockRestore())
  return errors
}

test('names that the chart adds, or that every object has, are rejected', () => {
  const step = (route: string, at: AnyStep['at'] = 'beforeSignedIn', action = 'go') =>
    defineStep({ route, at, isNeeded: () => true, actions: { [action]: async () => undefined } })
  const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
  const load =
    (...steps: AnyStep[]) =>
    () =>
      createAuth({ config, steps }).stop()
  expect(load(step('entering'))).toThrow(/"entering"/)
  expect(load(step('confirmed', 'afterConfirmSignUp'))).toThrow(/"confirmed"/)
  expect(load(step('signingIn', 'afterConfirmSignUp'))).toThrow(/"signingIn"/)
  expect(load(step('signIn', 'beforeSignUp'))).toThrow(/"signIn"/)
  expect(load(step('same'), step('same', 'beforeSignIn'))).toThrow(ConfigError)
  expect(load(step('right'))).not.toThrow()
  expect(() => step('constructor')).toThrow(/"constructor"/)
  for (const action of ['toString', 'cancel', 'then', 'toJSON', 'leaving']) {
    expect(() => step('terms', 'beforeSignIn', action)).toThrow(ConfigError)
  }
})

test('a step that cannot say whether it is needed is shown, and reports why once', async () => {
  const errors = uncaught()
  const steps = [
    () => {
      throw new Error('No answer')
    },
    async () => false,
  ].map((isNeeded, index) =>
    defineStep({
      route: `step${index}`,
      at: 'beforeSignedIn',
      isNeeded: isNeeded as never,
      actions: { done: async () => undefined },
    }),
  )
  const page = await pageWithUser()
  const auth = page.load({ steps })
  await submitSignIn(auth)
  for (const step of steps) (await stepShown(auth, step)).done()
  await settled(auth, 'signedIn')
  await settled(page.load({ steps: [] }), 'signedIn')
  expect(errors.map(String)).toEqual([
    'Error: No answer',
    'TypeError: "isNeeded" of the step "step1" does not answer true or false',
  ])
})

test('a sign-out during an action gives it up, and what it does later changes nothing', async () => {
  const { step, signals, end } = waitingStep()
  const page = await pageWithUser()
  const auth = page.load({ steps: [step] })
  await submitSignIn(auth)
  const view = await stepShown(auth, step)
  view.wait()
  await expect.poll(() => signals.length).toBe(1)
  view.signOut()
  await settled(auth, 'signIn')
  expect(signals[0]?.aborted).toBe(true)
  end()
  await Promise.resolve()
  expect(auth.getView()).toMatchObject({ route: 'signIn', failure: undefined })
  // The view of a step that was left does nothing.
  view.wait()
  view.cancel()
  expect(signals.length).toBe(1)
})

test('another tab signs out during an action, and so does an auth that stops', async () => {
  const { step, signals } = waitingStep()
  const page = await pageWithUser()
  const auth = page.load({ steps: [step] })
  const other = page.openTab({ steps: [step] })
  await submitSignIn(auth)
  ;(await stepShown(auth, step)).wait()
  await expect.poll(() => signals.length).toBe(1)
  ;(await stepShown(other, step)).signOut()
  expect((await settled(auth, 'signIn')).notice).toBe('signedOutElsewhere')
  expect(signals[0]?.aborted).toBe(true)

  await submitSignIn(auth)
  ;(await stepShown(auth, step)).wait()
  await expect.poll(() => signals.length).toBe(2)
  auth.stop()
  expect(signals[1]?.aborted).toBe(true)
})

test('a step that is done elsewhere during an action is over, also if the action fails', async () => {
  let isNeeded = true
  const { step, signals, end } = waitingStep(() => isNeeded)
  const page = await pageWithUser()
  const auth = page.load({ steps: [step] })
  await submitSignIn(auth)
  ;(await stepShown(auth, step)).wait()
  await expect.poll(() => signals.length).toBe(1)
  isNeeded = false
  end(new StepError('doneElsewhere'))
  await settled(auth, 'signedIn')
})

test('a secret that a step shows is in its view alone', async () => {
  const canary = 'shown-canary-5'
  const step = defineStep({
    route: 'saveKey',
    at: 'beforeSignedIn',
    isNeeded: () => true,
    show: () => ({ recoveryKey: new Secret(canary) }),
    actions: { saved: async () => undefined },
  })
  const page = await pageWithUser()
  const seen: string[] = []
  const auth = page.load({ steps: [step], inspect: (event) => seen.push(JSON.stringify(event)) })
  auth.subscribe((view) => seen.push(JSON.stringify(view), inspect(view, { depth: null })))
  await submitSignIn(auth)
  const view = await stepShown(auth, step)
  expect(view.recoveryKey.reveal()).toBe(canary)
  seen.push(JSON.stringify(actorOf(auth).getPersistedSnapshot()), JSON.stringify(page.pending()))
  view.saved()
  await settled(auth, 'signedIn')
  expect(seen.join()).toContain('[secret]')
  expect(seen.join()).not.toContain(canary)
})
