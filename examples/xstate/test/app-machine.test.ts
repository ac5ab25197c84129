import type { RestoreResult } from '@authchart/machine'
import { defaultPasswordPolicy } from '@authchart/machine'
import { authMachine } from '@authchart/machine/xstate'
import { expect, test, vi } from 'vitest'
import { createActor, fromPromise, setup, waitFor } from 'xstate'
import { appMachine } from '../src/app-machine.ts'
import { openAuth, signIn } from './support.ts'

test('the app follows the auth that it invokes', async () => {
  const auth = openAuth()
  const app = createActor(appMachine, { input: { auth } }).start()
  expect(app.getSnapshot().value).toBe('guest')
  await signIn(auth)
  await waitFor(app, ({ value }) => value === 'shopping')
  app.send({ type: 'checkout' })
  app.send({ type: 'leave' })
  await waitFor(app, ({ value }) => value === 'guest')
  expect(auth.getView().user).toBeUndefined()
  auth.stop()
})

test('the chart itself runs as an invoked child, with actors of its own', async () => {
  const readSession = vi.fn(async (): Promise<RestoreResult> => ({ kind: 'signedOut' }))
  const machine = authMachine.provide({ actors: { readSession: fromPromise(readSession) } })
  const app = createActor(
    setup({ actors: { auth: machine } }).createMachine({
      invoke: { id: 'auth', src: 'auth', input: { passwordPolicy: defaultPasswordPolicy } },
    }),
  ).start()
  const child = app.getSnapshot().children.auth
  await vi.waitFor(() =>
    expect(child?.getSnapshot()).toMatchObject({ value: { signIn: 'editing' } }),
  )
  expect(readSession).toHaveBeenCalledOnce()
  app.stop()
})
