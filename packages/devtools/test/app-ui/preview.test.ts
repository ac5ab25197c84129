import { createAuth } from '@authchart/machine'
import { actorOf, connect } from '@authchart/machine/xstate'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Preview, preview } from '../../src/app-ui/preview.ts'

let auth: ReturnType<typeof createAuth>
let mine: Preview

beforeEach(async () => {
  auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
  mine = preview(auth)
  await auth.ready()
})

afterEach(() => {
  mine.stop()
  auth.stop()
})

test('shows a snapshot in place of the current one, while the actor continues', () => {
  const seen: string[] = []
  auth.subscribe(({ route }) => seen.push(route))
  const signIn = actorOf(auth).getSnapshot()
  actorOf(auth).send({ type: 'go.signUp' })
  mine.show(signIn)
  expect(auth.getView().route).toBe('signIn')
  expect(mine.shown()).toBe(signIn)
  actorOf(auth).send({ type: 'go.signIn' })
  actorOf(auth).send({ type: 'go.forgotPassword' })
  expect(auth.getView().route).toBe('signIn')
  mine.show(undefined)
  expect(auth.getView().route).toBe('forgotPassword')
  expect(seen).toEqual(['signUp', 'signIn', 'forgotPassword'])
})

test('gives the same view until it shows something else', () => {
  const snapshot = actorOf(auth).getSnapshot()
  mine.show(snapshot)
  const view = auth.getView()
  connect(snapshot, () => undefined)
  expect(auth.getView()).toBe(view)
})

test('actions in it have no effect', async () => {
  const send = vi.spyOn(actorOf(auth), 'send')
  mine.show(actorOf(auth).getSnapshot())
  const view = auth.getView()
  if (view.route !== 'signIn') throw new Error('There is another screen')
  view.submit({ username: 'ada', password: 'Preview-1!' })
  view.goSignUp()
  await expect(auth.federatedSignIn('google', { token: 'token', expires_at: 0 })).rejects.toThrow(
    'preview',
  )
  expect(send).not.toHaveBeenCalled()
  expect(actorOf(auth).getSnapshot().matches({ signIn: 'editing' })).toBe(true)
})

test('does not notify former subscribers', () => {
  const seen: string[] = []
  const subscription = auth.subscribe(({ route }) => seen.push(route))
  subscription.unsubscribe()
  mine.show(actorOf(auth).getSnapshot())
  actorOf(auth).send({ type: 'go.signUp' })
  expect(seen).toEqual([])
})

test('puts everything back, and who has subscribed stays so', () => {
  const other = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
  const { getView, subscribe, federatedSignIn } = other
  const its = preview(other)
  const seen: string[] = []
  other.subscribe(({ route }) => seen.push(route))
  its.show(actorOf(auth).getSnapshot())
  its.stop()
  expect(other).toMatchObject({ getView, subscribe, federatedSignIn })
  expect(seen).toEqual(['signIn', 'restoring'])
  other.stop()
})
