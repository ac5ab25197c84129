import { expect, test } from 'vitest'
import { type Auth, ConfigError, createAuth, defineStep } from '../../src/index.ts'
import { actorOf, pathOf } from '../../src/xstate.ts'
import {
  createUser,
  email,
  lastCode,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'
import { devicePool } from '../support/scenarios/app.ts'
import { Api, endless, ownSteps, stepShown } from './own-steps.ts'

const isSignedIn = (auth: Auth) => actorOf(auth).getSnapshot().hasTag('authenticated')

const pool = { SchemaAttributes: ['custom:terms', 'custom:team'].map((Name) => ({ Name })) }

/** A page with a user, and steps before the app alone. */
async function termsPage(more: ReturnType<typeof devicePool> | object = {}) {
  const api = new Api()
  const { acceptTerms, chooseTeam } = ownSteps(api)
  const page = openPage({ pool: { ...pool, ...more } })
  await createUser(page)
  return { api, page, acceptTerms, chooseTeam, steps: [acceptTerms, chooseTeam] }
}

function setClaims(page: Page, claims: Record<string, string>) {
  const UserAttributes = Object.entries(claims).map(([Name, Value]) => ({ Name, Value }))
  return mustCallCognito(page, 'AdminUpdateUserAttributes', { Username: email, UserAttributes })
}

test('steps at every position, from an invitation to the app', async () => {
  const api = new Api()
  const steps = ownSteps(api)
  const page = openPage()
  const auth = page.load({ steps: Object.values(steps) })

  const tenants = await stepShown(auth, steps.chooseTenant)
  expect(tenants).toMatchObject({ tenants: ['acme', 'globex'], user: undefined })
  expect(tenants).not.toHaveProperty('signOut')
  tenants.choose({ tenant: 'acme' })

  ;(await settled(auth, 'signIn')).goSignUp()
  const invited = await stepShown(auth, steps.enterInvitation)
  invited.enter({ code: 'guess' })
  const rejected = await stepShown(auth, steps.enterInvitation)
  expect(rejected.failure).toMatchObject({ code: 'unknown', reason: 'unknownInvitation' })
  expect(rejected.failure?.field).toBe('code')
  rejected.goSignIn()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await stepShown(auth, steps.enterInvitation)).enter({ code: 'friend' })

  const form = await settled(auth, 'signUp')
  expect(form.failure).toBeUndefined()
  form.submit({ username: email, password, attributes: { email } })
  ;(await settled(auth, 'confirmSignUp')).submit({ code: await lastCode(page) })
  // The password waits meanwhile.
  ;(await stepShown(auth, steps.welcome)).start()

  const terms = await stepShown(auth, steps.acceptTerms)
  expect(terms).toMatchObject({ version: 3, email, user: { email } })
  expect(isSignedIn(auth)).toBe(true)
  terms.accept({ newsletter: true })
  ;(await stepShown(auth, steps.chooseTeam)).choose({ team: 'blue' })
  await settled(auth, 'signedIn')
  expect(api.calls).toEqual([
    'invitation guess',
    'invitation friend',
    'terms true true',
    'team blue',
  ])
})

test('an action fails, takes too long, is cancelled, and succeeds', async () => {
  const { api, page, acceptTerms, steps } = await termsPage()
  const before = page.load({ steps })
  await submitSignIn(before)
  await stepShown(before, acceptTerms)
  const auth = page.load({ steps, timeoutMs: 300 })
  const view = await stepShown(auth, acceptTerms)

  api.next = () => Promise.reject(Object.assign(new Error('Down'), { status: 503 }))
  view.accept({ newsletter: false })
  expect(auth.getView()).toMatchObject({ isPending: true, pending: 'accept', failure: undefined })
  expect((await stepShown(auth, acceptTerms)).failure).toMatchObject({
    code: 'serviceError',
    retryable: true,
  })

  api.next = endless
  view.accept({ newsletter: false })
  expect((await stepShown(auth, acceptTerms)).failure?.code).toBe('timeout')

  let isGivenUp = false
  api.next = (signal) =>
    endless(signal).catch(() => {
      isGivenUp = true
    })
  view.accept({ newsletter: false })
  await expect.poll(() => api.calls.length).toBe(3)
  view.cancel()
  await expect.poll(() => isGivenUp).toBe(true)
  expect(auth.getView()).toMatchObject({ route: 'acceptTerms', failure: undefined })

  view.accept({ newsletter: false })
  await expect.poll(() => auth.getView().route).toBe('chooseTeam')
})

test('a reload resumes the step, and a done one is not shown again', async () => {
  const { page, acceptTerms, chooseTeam, steps } = await termsPage()
  const auth = page.load({ steps })
  await submitSignIn(auth)
  await stepShown(auth, acceptTerms)
  const reloaded = page.load({ steps })
  await stepShown(reloaded, acceptTerms)
  await setClaims(page, { 'custom:terms': '3' })
  await reloaded.getSession({ forceRefresh: true })
  await stepShown(reloaded, chooseTeam)
  await stepShown(page.load({ steps }), chooseTeam)
})

test('a reload before a sign-up and after a confirmation resumes, too', async () => {
  const api = new Api()
  const { enterInvitation, welcome } = ownSteps(api)
  const page = openPage()
  const load = () => page.load({ steps: [ownSteps(api).enterInvitation, welcome] })
  const first = load()
  ;(await settled(first, 'signIn')).goSignUp()
  await stepShown(first, enterInvitation)
  const auth = load()
  ;(await stepShown(auth, enterInvitation)).enter({ code: 'friend' })
  ;(await settled(auth, 'signUp')).submit({ username: email, password, attributes: { email } })
  ;(await settled(auth, 'confirmSignUp')).submit({ code: await lastCode(page) })
  await stepShown(auth, welcome)
  const last = load()
  ;(await stepShown(last, welcome)).start()
  expect((await settled(last, 'signIn')).notice).toBe('signUpConfirmed')
})

test('another tab follows: a step that is done, and a sign-out', async () => {
  const { page, acceptTerms, chooseTeam, steps } = await termsPage()
  const auth = page.load({ steps })
  const other = page.openTab({ steps })
  await submitSignIn(auth)
  await stepShown(auth, acceptTerms)
  await stepShown(other, acceptTerms)
  await setClaims(page, { 'custom:terms': '3' })
  await auth.getSession({ forceRefresh: true })
  await stepShown(other, chooseTeam)
  ;(await stepShown(auth, chooseTeam)).signOut()
  await settled(auth, 'signIn')
  await settled(other, 'signIn')
})

test('a new device is registered before the first step, which may refresh the session', async () => {
  const { page, acceptTerms, steps } = await termsPage(devicePool(false))
  const auth = page.load({ steps })
  await submitSignIn(auth)
  await stepShown(auth, acceptTerms)
  expect(page.sent).toContain('ConfirmDevice')
  await auth.getSession({ forceRefresh: true })
  expect(pathOf(actorOf(auth).getSnapshot())).toBe('signedIn.acceptTerms.editing')
})

test('what is typed into a step is in no event and no snapshot', async () => {
  const { page, acceptTerms, steps } = await termsPage()
  const seen: string[] = []
  const auth = page.load({ steps, inspect: (event) => seen.push(JSON.stringify(event)) })
  await submitSignIn(auth)
  const view = await stepShown(auth, acceptTerms)
  view.accept({ newsletter: 'canary-7' as never })
  await expect.poll(() => String(auth.getView().route)).toBe('chooseTeam')
  expect(seen.some((text) => text.includes('acceptTerms.accept'))).toBe(true)
  expect(seen.join().includes('canary-7')).toBe(false)
})

test('names that are taken are rejected', () => {
  const step = (route: string, action = 'go') =>
    defineStep({
      route,
      at: 'beforeSignedIn',
      isNeeded: () => true,
      actions: { [action]: async () => undefined },
    })
  const load = (...routes: string[]) =>
    createAuth({
      config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' },
      steps: routes.map((route) => step(route)),
    })
  expect(() => step('terms', 'signOut')).toThrow(ConfigError)
  expect(() => step('my-terms')).toThrow(/camelCase/)
  expect(() => load('devices')).toThrow(/"devices"/)
  expect(() => load('confirmSignIn')).toThrow(/"confirmSignIn"/)
  expect(() => load('terms', 'terms')).toThrow(/same route/)
  expect(() =>
    createAuth({
      config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' },
      steps: [{ ...step('terms') }].map(({ route, at, isNeeded, actions }) => ({
        route,
        at,
        isNeeded,
        actions,
      })),
    }),
  ).toThrow(/defineStep/)
})
