import { expect, onTestFinished, test } from 'vitest'
import type { Auth } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import { createUser, email, openPage, password, settled } from '../support/sandbox-auth.ts'

async function signIn(page: ReturnType<typeof openPage>) {
  const auth = page.load()
  const { submit } = await settled(auth, 'signIn')
  submit({ username: email, password })
  await settled(auth, 'signedIn')
  return auth
}

function nextUncaught(): Promise<unknown> {
  const listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  onTestFinished(() => {
    process.removeAllListeners('uncaughtException')
    for (const listener of listeners) process.on('uncaughtException', listener)
  })
  return new Promise((resolve) => process.once('uncaughtException', resolve))
}

test('an error of a listener is uncaught; the chart and other listeners go on', async () => {
  const page = openPage()
  await createUser(page)
  const uncaught = nextUncaught()
  const auth = page.load()
  const heard: string[] = []
  auth.on('signedIn', () => {
    throw new Error('The app throws')
  })
  auth.on('signedIn', ({ type }) => heard.push(type))
  auth.on('*', ({ type }) => heard.push(`* ${type}`))
  const { submit } = await settled(auth, 'signIn')
  submit({ username: email, password })
  await settled(auth, 'signedIn')
  expect(heard).toEqual(['signedIn', '* signedIn'])
  expect(await uncaught).toMatchObject({ message: 'The app throws' })
})

test('a listener may unsubscribe while it is called', async () => {
  const page = openPage()
  await createUser(page)
  const auth = page.load()
  const heard: string[] = []
  const { unsubscribe } = auth.on('*', ({ type }) => {
    heard.push(type)
    unsubscribe()
  })
  const { submit } = await settled(auth, 'signIn')
  submit({ username: email, password: 'Wrong-horse-7' })
  await expect.poll(() => heard).toEqual(['failure'])
  submit({ username: email, password })
  await settled(auth, 'signedIn')
  expect(heard).toEqual(['failure'])
})

test('a listener gets `restored` when its subscription starts the chart, and nothing after stop()', async () => {
  const page = openPage()
  await createUser(page)
  await signIn(page)
  const auth = page.load()
  const heard: string[] = []
  auth.on('*', ({ type }) => heard.push(type))
  await settled(auth, 'signedIn')
  expect(heard).toEqual(['restored'])
  auth.stop()
  auth.on('*', ({ type }) => heard.push(type)).unsubscribe()
  expect(heard).toEqual(['restored'])
})

test('actorOf takes proxies of an auth, and no other object', () => {
  const auth = openPage().load()
  const proxies: readonly Auth[] = [
    new Proxy(auth, {}),
    new Proxy(auth, { get: Reflect.get }),
    { ...auth },
  ]
  for (const proxy of proxies) expect(actorOf(proxy)).toBe(actorOf(auth))
  expect(() => actorOf({} as never)).toThrow('actorOf() needs what createAuth() returned')
})
