import { expect, onTestFinished, test } from 'vitest'
import { createActor, fromPromise } from 'xstate'
import { scriptedConfig as config, scriptedCognito } from '../../../testing/src/index.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import type { RestoreResult, SignInResult } from '../../src/chart/outcomes.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { createAuth, Secret } from '../../src/index.ts'
import type { SignInInput } from '../../src/ports/index.ts'
import { actorOf, authMachine } from '../../src/xstate.ts'
import { settled } from '../support/sandbox-auth.ts'

const input = {
  passwordPolicy: cognitoPorts({ config }).userPool.passwordPolicy,
  providers: [],
}

function handle(clock?: { now(): number }) {
  const cognito = scriptedCognito()
  const emptied: string[] = []
  const ports = cognitoPorts({
    config,
    storage: memoryStorage(),
    fetch: cognito.fetch,
    ...(clock && { clock }),
  })
  const vault = { put: () => undefined, take: () => undefined, empty: () => emptied.push('empty') }
  const auth = createAuth({ ports: { ...ports, vault } })
  onTestFinished(() => auth.stop())
  return { auth, cognito, emptied }
}

test('handles share one chart, and each asks what is its own', async () => {
  const [one, other] = [handle(), handle()]
  expect(actorOf(one.auth).logic).toBe(actorOf(other.auth).logic)
  ;(await settled(one.auth, 'signIn')).goForgotPassword()
  ;(await settled(one.auth, 'forgotPassword')).submit({ username: 'ada' })
  await settled(one.auth, 'forgotPassword')
  ;(await settled(other.auth, 'signIn')).goSignUp()
  await settled(other.auth, 'signUp')
  expect(one.cognito.log).toEqual(['ForgotPassword'])
  expect(other.cognito.log).toEqual([])
})

test('one that is stopped leaves the others at work, and empties its own vault alone', async () => {
  const [one, other] = [handle(), handle()]
  await settled(one.auth, 'signIn')
  one.auth.stop()
  expect(one.emptied).toHaveLength(1)
  expect(other.emptied).toHaveLength(0)
  ;(await settled(other.auth, 'signIn')).goForgotPassword()
  ;(await settled(other.auth, 'forgotPassword')).submit({ username: 'ada' })
  await expect.poll(() => other.cognito.log).toEqual(['ForgotPassword'])
})

test('a clock of the app itself counts the cool-down of a code', async () => {
  let now = Date.now() - 1e9
  const { auth, cognito } = handle({ now: () => now })
  cognito.interject({
    operation: 'ForgotPassword',
    kind: 'answer',
    status: 200,
    headers: {},
    body: { CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', Destination: 'a***' } },
  })
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: 'ada' })
  const canResend = () => actorOf(auth).getSnapshot().can({ type: 'resetPassword.resend' })
  await settled(auth, 'resetPassword')
  expect(canResend()).toBe(false)
  now += 31_000
  ;(await settled(auth, 'resetPassword')).submit({
    code: '314159',
    password: 'Correct-horse-7',
  })
  await expect.poll(canResend).toBe(true)
})

test('the chart of a handle sends no request in another system', async () => {
  const { auth } = handle()
  const actor = createActor(actorOf(auth).logic, { input }).start()
  onTestFinished(() => void actor.stop())
  await expect.poll(() => actor.getSnapshot().matches('restoring')).toBe(false)
  expect(actor.getSnapshot().context.failure?.message).toContain('has no implementation')
})

test('the chart is provided with actors of one’s own as before', async () => {
  const requested: string[] = []
  const machine = authMachine.provide({
    actors: {
      readSession: fromPromise<RestoreResult, void>(async () => ({ kind: 'signedOut' })),
      signIn: fromPromise<SignInResult, SignInInput>(async ({ input }) => {
        requested.push(input.username)
        throw new Error('No')
      }),
    },
  })
  const actor = createActor(machine, { input }).start()
  onTestFinished(() => void actor.stop())
  await expect.poll(() => actor.getSnapshot().matches('signIn')).toBe(true)
  actor.send({ type: 'signIn.submit', username: 'ada', password: new Secret('x') })
  await expect.poll(() => requested).toEqual(['ada'])
})
