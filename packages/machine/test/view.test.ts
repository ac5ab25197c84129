import { expect, test } from 'vitest'
import { openPage, settled, signUp } from './support/sandbox-auth.ts'

test('the same snapshot gives the same view, and a route keeps its functions', async () => {
  const auth = openPage().load()
  const before = await settled(auth, 'signIn')
  expect(auth.getView()).toBe(before)
  before.submit({ username: 'x@example.com', password: 'Wrong-horse-7' })
  const after = await settled(auth, 'signIn')
  expect(after).not.toBe(before)
  expect(after.submit).toBe(before.submit)
  expect(after.goSignUp).toBe(before.goSignUp)
})

test('two auths over one chart do not share functions', async () => {
  const [one, two] = [openPage().load(), openPage().load()]
  expect((await settled(one, 'signIn')).submit).not.toBe((await settled(two, 'signIn')).submit)
})

test('a stale action cannot act on the next screen', async () => {
  const auth = openPage().load()
  const signIn = await settled(auth, 'signIn')
  await signUp(auth)
  signIn.submit({ username: 'x@example.com', password: 'Wrong-horse-7' })
  signIn.cancel()
  expect(auth.getView()).toMatchObject({ route: 'confirmSignUp', isPending: false })
})

test('listeners stop when they unsubscribe, requests when the auth stops', async () => {
  const auth = openPage().load()
  const routes: string[] = []
  const subscription = auth.subscribe(({ route }) => routes.push(route))
  ;(await settled(auth, 'signIn')).goSignUp()
  subscription.unsubscribe()
  ;(await settled(auth, 'signUp')).goSignIn()
  expect(routes).toEqual(['signIn', 'signUp'])
  auth.stop()
  expect(auth.actor.getSnapshot().status).toBe('stopped')
})
