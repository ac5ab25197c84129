import { expect, test } from 'vitest'
import {
  control,
  createUser,
  email,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
  signUp,
  submitSignIn,
} from '../support/sandbox-auth.ts'

type Options = Parameters<typeof openPage>[0]

async function home(options: Options = {}) {
  const page = openPage(options)
  await createUser(page)
  const auth = page.load()
  await submitSignIn(auth)
  const view = await settled(auth, 'signedIn')
  return { page, auth, view }
}

const challenge = { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }

test('what a firewall answers is nothing that was done', async () => {
  const { page, auth, view } = await home()
  await control(page, '/faults', { operation: '*', ...challenge })
  view.changePassword({ previousPassword: password, password: 'Another-horse-8' })
  const changed = await settled(auth, 'signedIn')
  expect(changed).toMatchObject({ notice: undefined, failure: { code: 'firewallChallenge' } })
  changed.deleteUser()
  const unchanged = await settled(auth, 'signedIn')
  expect(unchanged).toMatchObject({ notice: undefined, failure: { code: 'firewallChallenge' } })
  await page.sandbox.fetch(`${page.sandbox.config.controlUrl}/faults`, { method: 'DELETE' })
  unchanged.changePassword({ previousPassword: password, password: 'Another-horse-8' })
  expect((await settled(auth, 'signedIn')).notice).toBe('passwordChanged')
})

test.each([
  ['NotAuthorizedException', 'Unable to verify secret hash for client abc'],
  ['NotAuthorizedException', 'SecretHash does not match for the client: abc'],
  ['InvalidParameterException', 'Auth flow not enabled for this client'],
  ['OperationNotEnabledException', 'Not here'],
  ['ServiceUnavailable', ''],
])('a refresh that meets %s "%s" ends no session', async (type, message) => {
  const { page, auth } = await home()
  const operation = 'GetTokensFromRefreshToken'
  const status = type === 'ServiceUnavailable' ? 503 : 400
  await control(page, '/faults', { operation, type, message, status })
  await expect(auth.getSession({ forceRefresh: true })).rejects.toThrow()
  await settled(auth, 'signedIn')
  await page.sandbox.fetch(`${page.sandbox.config.controlUrl}/faults`, { method: 'DELETE' })
  await auth.getSession({ forceRefresh: true })
})

test('who is confirmed already goes on', async () => {
  const page = openPage()
  const auth = page.load()
  const view = await signUp(auth)
  await mustCallCognito(page, 'AdminConfirmSignUp', { Username: email })
  const message = 'User cannot confirm because user status is not UNCONFIRMED.'
  const type = 'NotAuthorizedException'
  await control(page, '/faults', { operation: 'ConfirmSignUp', type, message })
  view.submit({ code: '123456' })
  // An administrator confirms no e-mail.
  expect((await settled(auth, 'verifyContact')).failure).toBeUndefined()
})

const ownNames = { UsernameAttributes: [], AutoVerifiedAttributes: [] } as const

test('a bad phone number is at its own field: sign-up', async () => {
  const auth = openPage({ pool: ownNames }).load()
  ;(await settled(auth, 'signIn')).goSignUp()
  const attributes = { email, phone_number: 'none' }
  ;(await settled(auth, 'signUp')).submit({ username: 'ada', password, attributes })
  expect((await settled(auth, 'signUp')).failure).toMatchObject({
    code: 'invalidPhoneNumber',
    attribute: 'phone_number',
    field: 'attributes.phone_number',
  })
  ;(await settled(auth, 'signUp')).submit({
    username: 'ada',
    password,
    attributes: { email: 'none' },
  })
  expect((await settled(auth, 'signUp')).failure).toMatchObject({
    code: 'invalidEmail',
    attribute: 'email',
    field: 'attributes.email',
  })
})

test('a bad phone number is at its own field: the account, a new password', async () => {
  const failed = {
    code: 'invalidPhoneNumber',
    attribute: 'phone_number',
    field: 'attributes.phone_number',
  }
  const attributes = { phone_number: 'none' }
  const { page, auth, view } = await home()
  view.updateAttributes({ attributes })
  expect((await settled(auth, 'signedIn')).failure).toMatchObject(failed)
  ;(await settled(auth, 'signedIn')).signOut()

  await mustCallCognito(page, 'AdminSetUserPassword', {
    Username: email,
    Password: password,
    Permanent: false,
  })
  await submitSignIn(auth)
  ;(await settled(auth, 'newPassword')).submit({ password: 'Another-horse-8', attributes })
  expect((await settled(auth, 'newPassword')).failure).toMatchObject(failed)
})

test('a bad e-mail for codes is at the field of its screen', async () => {
  const pool = { ...mfaPool('ON'), SmsMfaConfiguration: null } as const
  const page = openPage({ pool: { ...pool, SoftwareTokenMfaConfiguration: { Enabled: false } } })
  await createUser(page, { email_verified: 'false' })
  const auth = page.load()
  await submitSignIn(auth)
  ;(await settled(auth, 'setupEmail')).submit({ email: 'none' })
  expect((await settled(auth, 'setupEmail')).failure).toMatchObject({
    code: 'invalidEmail',
    field: 'email',
  })
})

test('an app is not set up by an answer that does not say so', async () => {
  const { page, auth, view } = await home({ pool: mfaPool('OPTIONAL') })
  view.setupTotp()
  await control(page, '/faults', { operation: 'VerifySoftwareToken', times: 1, body: '{}' })
  ;(await settled(auth, 'setupTotp')).submit({ code: '123456' })
  const { failure } = await settled(auth, 'setupTotp')
  expect(failure?.code).toBe('invalidAnswer')
  expect(failure).not.toHaveProperty('field')
})

test('what a trigger says is shown apart from what Cognito makes of it', async () => {
  const page = openPage({
    triggers: {
      preSignUp: () => {
        throw new Error('Not from here')
      },
    },
  })
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({ username: email, password, attributes: { email } })
  expect((await settled(auth, 'signUp')).failure).toMatchObject({
    code: 'refusedByTrigger',
    said: 'Not from here',
    message: 'PreSignUp failed with error Not from here.',
  })
})
