import { expect, onTestFinished, test, vi } from 'vitest'
import { user } from '../../../testing/src/catalogue/person.ts'
import { scriptedConfig as config, scriptedCognito } from '../../../testing/src/index.ts'
import { storedSession } from '../../../testing/src/scripted-cognito/storage-of.ts'
import { sessionScreenStore } from '../../src/adapters/browser/index.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { createAuth } from '../../src/index.ts'
import { settled } from '../support/sandbox-auth.ts'

function fail() {
  throw new Error('The storage fails')
}

function uncaught() {
  const errors: unknown[] = []
  const note = (error: unknown) => errors.push(error)
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  onTestFinished(() => {
    process.off('uncaughtException', note)
    process.off('unhandledRejection', note)
  })
  return errors
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

function opened(items: Map<string, string>, pending: Parameters<typeof sessionScreenStore>[1]) {
  const cognito = scriptedCognito()
  const storage = { ...memoryStorage(items), removeItem: fail }
  const ports = cognitoPorts({ config, storage, fetch: cognito.fetch })
  const screenStore = sessionScreenStore('test', pending)
  const auth = createAuth({ ports: { ...ports, screenStore } })
  onTestFinished(() => auth.stop())
  return auth
}

test('a tab whose storage removes nothing goes through its screens without an uncaught error', async () => {
  const errors = uncaught()
  const items = new Map<string, string>()
  const auth = opened(new Map(), { ...memoryStorage(items), removeItem: fail })
  const view = await settled(auth, 'signIn')
  view.goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).goSignIn()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).goSignIn()
  await settled(auth, 'signIn')
  await soon()
  expect(errors).toEqual([])
  // A reload does not resume a screen that could not be removed.
  expect(sessionScreenStore('test', memoryStorage(items)).read()).toBeUndefined()
})

test('nor does a store of the app itself that throws', async () => {
  const errors = uncaught()
  const ports = cognitoPorts({ config, storage: memoryStorage(), fetch: scriptedCognito().fetch })
  const screenStore = { read: () => undefined, write: fail, clear: fail }
  const auth = createAuth({ ports: { ...ports, screenStore } })
  onTestFinished(() => auth.stop())
  ;(await settled(auth, 'signIn')).goForgotPassword()
  await settled(auth, 'forgotPassword')
  await soon()
  expect(errors).toEqual([])
})

test('no token is left where a storage removes nothing', async () => {
  const errors = uncaught()
  const moment = { pool: config, now: Date.now(), serial: 1, nonce: '' }
  const items = new Map(Object.entries(storedSession(user, moment)))
  const auth = opened(items, memoryStorage())
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  await soon()
  expect([...items].filter(([key, value]) => /Token$/.test(key) && value !== '')).toEqual([])
  auth.stop()
  const again = opened(items, memoryStorage())
  await settled(again, 'signIn')
  expect(errors).toEqual([])
})

test('many refreshes at once leave no listeners behind, and Node without a warning', async () => {
  const warnings: string[] = []
  const note = (warning: Error) => warnings.push(warning.name)
  process.on('warning', note)
  onTestFinished(() => void process.off('warning', note))
  const listening = vi.spyOn(AbortSignal.prototype, 'addEventListener')
  onTestFinished(() => listening.mockRestore())
  const moment = { pool: config, now: Date.now(), serial: 1, nonce: '' }
  const items = new Map(Object.entries(storedSession(user, moment)))
  const cognito = scriptedCognito()
  const auth = createAuth({ config, storage: memoryStorage(items), fetch: cognito.fetch })
  onTestFinished(() => auth.stop())
  await settled(auth, 'signedIn')
  for (let count = 0; count < 15; count += 1) await auth.getSession({ forceRefresh: true })
  await soon()
  expect(cognito.log.filter((name) => name === 'GetTokensFromRefreshToken')).toHaveLength(15)
  expect(warnings).not.toContain('MaxListenersExceededWarning')
})
