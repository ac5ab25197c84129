import { expect, test } from 'vitest'
import { gatherer } from '../support/gatherer.ts'
import {
  openPasswordlessPage,
  passwordless,
  phone,
  signOut,
} from '../support/passwordless/passwordless-page.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mustCallCognito,
  type Page,
  password,
  settled,
} from '../support/sandbox-auth.ts'

const phoneAttributes = { phone_number: phone, phone_number_verified: 'true' }

async function openWithUser(): Promise<Page> {
  const page = openPasswordlessPage()
  await createUser(page, phoneAttributes)
  return page
}

async function choose(config: object = passwordless) {
  const page = await openWithUser()
  const auth = page.load({ config })
  ;(await settled(auth, 'signIn')).submit({ username: email })
  return { page, auth, choice: await settled(auth, 'selectFactor') }
}

const otherThan = (code: string) => (code === '00000000' ? '11111111' : '00000000')

test("the user name alone leads to a choice of the user's factors, in our order", async () => {
  const { choice } = await choose()
  expect(choice).toMatchObject({
    username: email,
    options: ['EMAIL', 'SMS', 'PASSWORD'],
    failure: undefined,
  })
})

test.each([
  ['EMAIL', email],
  ['SMS', phone],
] as const)('a code by %s: a wrong one, then the right one', async (factor, to) => {
  const { page, auth, choice } = await choose()
  choice.submit({ factor })
  const view = await settled(auth, 'confirmSignIn')
  expect(view).toMatchObject({ factor: 'first', mfaType: factor, username: email })
  expect(view.destination).toMatch(/\*/)
  const code = await lastCode(page, to)
  view.submit({ code: otherThan(code) })
  const again = await settled(auth, 'confirmSignIn')
  expect(again.failure).toMatchObject({ code: 'codeMismatch', field: 'code' })
  again.submit({ code })
  expect((await settled(auth, 'signedIn')).user.email).toBe(email)
})

test('another code is sent after the cool-down, and the old one is dead', async () => {
  const { page, auth, choice } = await choose()
  choice.submit({ factor: 'EMAIL' })
  const view = await settled(auth, 'confirmSignIn')
  const old = await lastCode(page)
  expect(view.canResend).toBe(false)
  view.resend()
  expect(page.sent.filter((operation) => operation === 'InitiateAuth')).toHaveLength(2)
  await control(page, '/clock', { advanceMs: 31_000 })
  const reloaded = page.load({ config: passwordless })
  const ready = await settled(reloaded, 'confirmSignIn')
  expect(ready.canResend).toBe(true)
  ready.resend()
  await settled(reloaded, 'confirmSignIn')
  const sent = reloaded.getView()
  expect(sent).toMatchObject({ notice: 'codeSent', canResend: false })
  const fresh = await lastCode(page)
  expect(fresh).not.toBe(old)
  if (sent.route === 'confirmSignIn') sent.submit({ code: old })
  const rejected = await settled(reloaded, 'confirmSignIn')
  expect(rejected.failure?.code).toBe('codeMismatch')
  rejected.submit({ code: fresh })
  await settled(reloaded, 'signedIn')
  expect(auth.getView().route).not.toBe('signedIn')
})

test.each(['expired', 'used'])(
  'a code whose challenge is %s: another one signs in, on the same screen',
  async (how) => {
    const { page, auth, choice } = await choose()
    choice.submit({ factor: 'EMAIL' })
    const view = await settled(auth, 'confirmSignIn')
    const code = await lastCode(page)
    if (how === 'used') {
      page.between = async (_, send) => {
        page.between = undefined
        await send()
        throw new TypeError('Failed to fetch')
      }
      view.submit({ code })
      expect((await settled(auth, 'confirmSignIn')).failure?.code).toBe('network')
    }
    await control(page, '/clock', { advanceMs: how === 'used' ? 31_000 : 3 * 60_000 })
    ;(await settled(auth, 'confirmSignIn')).submit({ code })
    const expired = await settled(auth, 'confirmSignIn')
    expect(expired).toMatchObject({
      username: email,
      factor: 'first',
      failure: { code: 'codeExpired', field: 'code' },
    })
    // A clock that a test moves wakes no timer.
    const reloaded = page.load({ config: passwordless })
    ;(await settled(reloaded, 'confirmSignIn')).resend()
    expect(await settled(reloaded, 'confirmSignIn')).toMatchObject({ notice: 'codeSent' })
    ;(await settled(reloaded, 'confirmSignIn')).submit({ code: await lastCode(page) })
    await settled(reloaded, 'signedIn')
  },
)

test('each code that is sent is an event', async () => {
  const { page, auth, choice } = await choose()
  const sent: unknown[] = []
  auth.on('code.sent', ({ delivery }) => sent.push(delivery))
  choice.submit({ factor: 'EMAIL' })
  const view = await settled(auth, 'confirmSignIn')
  expect(sent).toEqual([{ medium: 'EMAIL', attribute: 'email', destination: view.destination }])
  view.goSelectFactor()
  ;(await settled(auth, 'selectFactor')).submit({ factor: 'SMS' })
  await settled(auth, 'confirmSignIn')
  expect(sent.at(-1)).toMatchObject({ medium: 'SMS', attribute: 'phone_number' })
  await control(page, '/clock', { advanceMs: 31_000 })
  const reloaded = page.load({ config: passwordless })
  reloaded.on('code.sent', ({ delivery }) => sent.push(delivery))
  ;(await settled(reloaded, 'confirmSignIn')).resend()
  await expect.poll(() => sent).toHaveLength(3)
})

test.each(['USER_AUTH', 'USER_PASSWORD_AUTH'])(
  'a password within the choice, with %s in the configuration',
  async (authenticationFlowType) => {
    const { page, auth, choice } = await choose({ ...passwordless, authenticationFlowType })
    choice.submit({ factor: 'PASSWORD', password: 'Wrong-horse-7' })
    const again = await settled(auth, 'selectFactor')
    expect(again.failure).toMatchObject({ code: 'incorrectCredentials', field: 'password' })
    page.sent.length = 0
    again.submit({ factor: 'PASSWORD', password })
    await settled(auth, 'signedIn')
    const isSrp = authenticationFlowType === 'USER_AUTH'
    expect(page.sent.includes('RespondToAuthChallenge')).toBe(isSrp)
  },
)

test('a password on the first screen signs in by USER_AUTH, too', async () => {
  const page = await openWithUser()
  const auth = page.load({ config: passwordless })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  await settled(auth, 'signedIn')
})

test('what is preferred: in the form, in the configuration, or used last', async () => {
  const page = await openWithUser()
  const auth = page.load({ config: { passwordless: { preferred: 'SMS' } } })
  const start = await settled(auth, 'signIn')
  start.submit({ username: email })
  expect(await settled(auth, 'confirmSignIn')).toMatchObject({ mfaType: 'SMS' })
  ;(await settled(auth, 'confirmSignIn')).goSignIn()
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'EMAIL' })
  const view = await settled(auth, 'confirmSignIn')
  expect(view).toMatchObject({ mfaType: 'EMAIL' })
  view.submit({ code: await lastCode(page) })
  await signOut(auth)

  const later = page.load({ config: passwordless })
  const remembered = await settled(later, 'signIn')
  expect(remembered.lastSignIn).toMatchObject({ username: email, factor: 'EMAIL' })
  remembered.submit({ username: email })
  expect(await settled(later, 'confirmSignIn')).toMatchObject({ mfaType: 'EMAIL' })

  const other = page.load({ config: passwordless, rememberLastSignIn: false })
  const unknown = await settled(other, 'confirmSignIn')
  unknown.goSignIn()
  const forgetful = await settled(other, 'signIn')
  expect(forgetful.lastSignIn).toBeUndefined()
  forgetful.submit({ username: email })
  await settled(other, 'selectFactor')
})

test('a factor that the user does not have leads to the choice, with a failure', async () => {
  const page = openPasswordlessPage()
  await createUser(page)
  const auth = page.load({ config: passwordless })
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'SMS' })
  const choice = await settled(auth, 'selectFactor')
  expect(choice).toMatchObject({
    options: ['EMAIL', 'PASSWORD'],
    failure: { code: 'factorNotAvailable' },
  })
})

test('what the configuration prefers is no failure where the user does not have it', async () => {
  const page = openPasswordlessPage()
  await createUser(page)
  const auth = page.load({ config: { passwordless: { preferred: 'SMS' } } })
  ;(await settled(auth, 'signIn')).submit({ username: email })
  expect(await settled(auth, 'selectFactor')).toMatchObject({ failure: undefined })
})

test('an unknown user has a screen that could be that of another', async () => {
  const page = openPasswordlessPage()
  const auth = page.load({ config: passwordless })
  const seen = new Set<string | undefined>()
  for (let number = 0; number < 60 && seen.size < 2; number += 1) {
    ;(await settled(auth, 'signIn')).submit({ username: `unknown${number}@example.com`, password })
    await expect.poll(() => auth.getView().isPending).toBe(false)
    const view = auth.getView()
    seen.add(view.failure?.code)
    if (view.route === 'selectFactor') view.goSignIn()
  }
  // With a password that is wrong, or without a password.
  expect([...seen].sort()).toEqual(['factorNotAvailable', 'incorrectCredentials'])
})

test('another way leads back to the choice, from a code and from a second factor', async () => {
  const page = openPasswordlessPage()
  await control(page, '/pool', { MfaConfiguration: 'OFF' })
  await createUser(page, phoneAttributes)
  const auth = page.load({ config: passwordless })
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'EMAIL' })
  const view = await settled(auth, 'confirmSignIn')
  expect(view.otherFactors).toEqual(['SMS', 'PASSWORD'])
  view.goSelectFactor()
  const choice = await settled(auth, 'selectFactor')
  expect(choice.options).toEqual(['EMAIL', 'SMS', 'PASSWORD'])
  choice.submit({ factor: 'SMS' })
  const bySms = await settled(auth, 'confirmSignIn')
  bySms.submit({ code: await lastCode(page, phone) })
  await settled(auth, 'signedIn')
})

test('without other factors there is no other way', async () => {
  const page = openPasswordlessPage()
  await createUser(page)
  const auth = page.load({ config: { authenticationFlowType: 'USER_PASSWORD_AUTH' } })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  await settled(auth, 'signedIn')
})

test('the choice and the code survive a reload', async () => {
  const { page, choice } = await choose()
  expect(choice.options).toHaveLength(3)
  const auth = page.load({ config: passwordless })
  const resumed = await settled(auth, 'selectFactor')
  expect(resumed.options).toEqual(choice.options)
  resumed.submit({ factor: 'EMAIL' })
  await settled(auth, 'confirmSignIn')
  const reloaded = page.load({ config: passwordless })
  const view = await settled(reloaded, 'confirmSignIn')
  expect(view).toMatchObject({ factor: 'first', otherFactors: ['SMS', 'PASSWORD'] })
  view.submit({ code: await lastCode(page) })
  await settled(reloaded, 'signedIn')
})

test('cancelling the choice leaves the choice', async () => {
  const { page, auth, choice } = await choose()
  page.between = () => new Promise(() => undefined)
  choice.submit({ factor: 'EMAIL' })
  expect(auth.getView()).toMatchObject({ route: 'selectFactor', isPending: true })
  choice.cancel()
  expect(await settled(auth, 'selectFactor')).toMatchObject({ options: choice.options })
})

test('no code and no session is in a snapshot, an event or the inspection', async () => {
  const { strings, gather } = gatherer()
  const page = await openWithUser()
  const auth = page.load({
    config: passwordless,
    inspect: (event) => gather({ ...event }),
  })
  ;(await settled(auth, 'signIn')).submit({ username: email, factor: 'EMAIL' })
  const view = await settled(auth, 'confirmSignIn')
  const { challenge } = page.pending() as { challenge: { session: { reveal(): string } } }
  const code = await lastCode(page)
  view.submit({ code })
  await settled(auth, 'signedIn')
  const all = [...strings].join('\n')
  expect(all).toContain('confirmSignIn.submit')
  expect(all).not.toContain(code)
  expect(all).not.toContain(challenge.session.reveal())
})

test('an override sees the factor, and the user of another pool has a choice, too', async () => {
  const page = await openWithUser()
  const factors: unknown[] = []
  const auth = page.load({
    config: passwordless,
    override: {
      signIn: (original) => (input, options) => {
        factors.push(input.factor)
        return original(input, options)
      },
    },
  })
  ;(await settled(auth, 'signIn')).submit({ username: email })
  ;(await settled(auth, 'selectFactor')).submit({ factor: 'EMAIL' })
  await settled(auth, 'confirmSignIn')
  expect(factors).toEqual([undefined, 'EMAIL'])
})

test('a user without a password signs in by a code, and the screen says that there is none', async () => {
  const page = openPasswordlessPage()
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: email,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  const auth = page.load({ config: passwordless })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const choice = await settled(auth, 'selectFactor')
  expect(choice).toMatchObject({ options: ['EMAIL'], failure: { code: 'factorNotAvailable' } })
  choice.submit({ factor: 'EMAIL' })
  ;(await settled(auth, 'confirmSignIn')).submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})
