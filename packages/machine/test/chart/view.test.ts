import { expect, onTestFinished, test } from 'vitest'
import { createAuth, unreachable } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import { email, openPage, settled, signUp, signUpAndIn } from '../support/sandbox-auth.ts'

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
  expect(actorOf(auth).getSnapshot().status).toBe('stopped')
})

test('a view has the signed-in user, as long as there is one', async () => {
  const page = openPage()
  const auth = page.load()
  const users: [string, string | undefined][] = []
  auth.subscribe(({ route, user }) => users.push([route, user?.email]))
  await signUpAndIn(page, auth)
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  const of = (route: string) => new Set(users.filter(([at]) => at === route).map(([, who]) => who))
  expect(of('signUp')).toEqual(new Set([undefined]))
  expect(of('confirmSignUp')).toEqual(new Set([undefined]))
  expect(of('signedIn')).toEqual(new Set([email]))
  expect(of('signingOut')).toEqual(new Set([undefined]))
  expect(of('signIn')).toEqual(new Set([undefined]))
})

test('unreachable() names the route that a switch has forgotten, and nothing else of the view', () => {
  const view = { route: 'passkey', username: 'ada' } as never
  expect(() => unreachable(view)).toThrow(/^There is no screen for the route "passkey"$/)
  expect(() => unreachable(undefined as never)).toThrow('the route "undefined"')
})

test('an auth that is stopped at once stays on the screen that it began with', async () => {
  const user = {
    kind: 'userPool',
    username: 'ada',
    userId: '1',
    email,
    name: 'Ada',
    groups: [],
    provider: undefined,
    claims: {},
  } as const
  const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
  for (const [initial, route] of [
    [{ user }, 'signedIn'],
    [{}, 'signIn'],
  ] as const) {
    const fetch = () => expect.fail('a request')
    const auth = createAuth({ config, initial, fetch })
    auth.stop()
    await new Promise((done) => setTimeout(done, 50))
    expect(auth.getView()).toMatchObject({ route, user: route === 'signedIn' ? user : undefined })
  }
})

test('the settings of the forms are the same objects in every snapshot', async () => {
  const passwordPolicy = { minLength: 6, requireUppercase: false }
  const config = { loginWith: ['email'], signUpAttributes: ['name'], passwordPolicy }
  const auth = openPage().load({ config })
  const signIn = await settled(auth, 'signIn')
  expect(signIn.loginWith).toEqual(['email'])
  signIn.submit({ username: 'x@example.com', password: 'Wrong-horse-7' })
  expect((await settled(auth, 'signIn')).loginWith).toBe(signIn.loginWith)

  signIn.goForgotPassword()
  const forgotPassword = await settled(auth, 'forgotPassword')
  expect(forgotPassword.loginWith).toBe(signIn.loginWith)
  forgotPassword.goSignIn()
  signIn.goSignUp()
  const signUp = await settled(auth, 'signUp')
  expect(signUp).toMatchObject({
    loginWith: ['email'],
    attributes: [{ name: 'name', isRequired: true }],
    passwordPolicy: { minLength: 6, requireUppercase: false, requireSymbols: false },
  })
  signUp.submit({ username: 'x@example.com', password: 'Wrong-7' })
  const rejected = await settled(auth, 'signUp')
  expect(rejected.failure?.code).toBe('invalidPassword')
  expect(rejected.loginWith).toBe(signUp.loginWith)
  expect(rejected.attributes).toBe(signUp.attributes)
  expect(rejected.passwordPolicy).toBe(signUp.passwordPolicy)
})

test('a pool with aliases signs in by each of them, and a new user chooses a user name', async () => {
  const pool = { UsernameAttributes: [], AliasAttributes: ['email'] } as const
  const auth = openPage({ pool }).load({
    config: { loginWith: ['username', 'email'], signUpAttributes: ['email'] },
  })
  const signIn = await settled(auth, 'signIn')
  expect(signIn.loginWith).toEqual(['username', 'email'])
  signIn.goSignUp()
  const signUp = await settled(auth, 'signUp')
  expect(signUp).toMatchObject({
    loginWith: ['username'],
    attributes: [{ name: 'email', isRequired: true }],
  })
  signUp.submit({ username: email, password: 'Correct-horse-7', attributes: { email } })
  const rejected = await settled(auth, 'signUp')
  expect(rejected.failure?.message).toMatch(/cannot be of email format/)
  expect(rejected.loginWith).toBe(signUp.loginWith)
  rejected.submit({ username: 'ada', password: 'Correct-horse-7', attributes: { email } })
  await settled(auth, 'confirmSignUp')
})

test('the page begins with what the server has rendered: the same form', () => {
  const config = {
    userPoolId: 'us-east-1_AbCdEf123',
    userPoolClientId: 'abc',
    loginWith: ['phone'],
  }
  const auth = createAuth({ config, initial: {}, fetch: () => expect.fail('a request') })
  onTestFinished(() => auth.stop())
  expect(auth.getServerView()).toMatchObject({ route: 'signIn', loginWith: ['phone'] })
})
