import { expect, test } from 'vitest'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
  totpCode,
} from '../support/sandbox-auth.ts'

interface Seen {
  source: string
  clientMetadata: unknown
  validationData: unknown
}

/** A pool whose triggers write down what they are given. */
function watchedPage(pool = {}) {
  const seen: Seen[] = []
  const watch = (event: { triggerSource: string; request: object }) => {
    const { clientMetadata, validationData }: Partial<Record<string, unknown>> = {
      ...event.request,
    }
    seen.push({ source: event.triggerSource, clientMetadata, validationData })
  }
  const triggers = {
    preSignUp: watch,
    postConfirmation: watch,
    preAuthentication: watch,
    postAuthentication: watch,
    customMessage: watch,
    preTokenGeneration: watch,
  }
  const page = openPage({ triggers, pool })
  const given = (source: string, kind: 'clientMetadata' | 'validationData' = 'clientMetadata') =>
    seen.filter((one) => one.source === source).at(-1)?.[kind]
  return { page, given }
}

const clientMetadata = (of: string) => ({ of })
const fresh = 'Another-horse-8'

test('sign-up, its code and its confirmation', async () => {
  const { page, given } = watchedPage()
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({
    username: email,
    password,
    attributes: { email },
    validationData: { invitation: '7' },
    clientMetadata: clientMetadata('signUp'),
  })
  await settled(auth, 'confirmSignUp')
  expect(given('PreSignUp_SignUp')).toEqual({ of: 'signUp' })
  expect(given('PreSignUp_SignUp', 'validationData')).toEqual({ invitation: '7' })
  await control(page, '/clock', { advanceMs: 31_000 })
  const reloaded = page.load()
  ;(await settled(reloaded, 'confirmSignUp')).resend({ clientMetadata: clientMetadata('resend') })
  await expect.poll(() => given('CustomMessage_ResendCode')).toEqual({ of: 'resend' })
  const code = await lastCode(page)
  const confirm = await settled(reloaded, 'confirmSignUp')
  confirm.submit({ code, clientMetadata: clientMetadata('confirmSignUp') })
  await settled(reloaded, 'signIn')
  expect(given('PostConfirmation_ConfirmSignUp')).toEqual({ of: 'confirmSignUp' })
})

test('sign-in, with validation data for the pre authentication trigger', async () => {
  const { page, given } = watchedPage()
  await createUser(page)
  const auth = page.load({ config: { authenticationFlowType: 'USER_PASSWORD_AUTH' } })
  ;(await settled(auth, 'signIn')).submit({
    username: email,
    password,
    validationData: { captcha: 'ok' },
    clientMetadata: clientMetadata('signIn'),
  })
  await settled(auth, 'signedIn')
  expect(given('PreAuthentication_Authentication', 'validationData')).toMatchObject({
    captcha: 'ok',
  })
})

test('by SRP the metadata comes with the answer to the challenge', async () => {
  const { page, given } = watchedPage()
  await createUser(page)
  const auth = page.load()
  const form = { username: email, password, clientMetadata: clientMetadata('signIn') }
  ;(await settled(auth, 'signIn')).submit(form)
  await settled(auth, 'signedIn')
  expect(given('PostAuthentication_Authentication')).toEqual({ of: 'signIn' })

  await auth.getSession({ forceRefresh: true, clientMetadata: clientMetadata('refresh') })
  expect(given('TokenGeneration_RefreshTokens')).toEqual({ of: 'refresh' })

  ;(await settled(auth, 'signedIn')).updateAttributes({
    attributes: { email: 'ada.l@example.com' },
    clientMetadata: clientMetadata('update'),
  })
  const view = await settled(auth, 'confirmContact')
  expect(given('CustomMessage_UpdateUserAttribute')).toEqual({ of: 'update' })
  view.skip()
  ;(await settled(auth, 'signedIn')).verifyAttribute({
    attribute: 'email',
    clientMetadata: clientMetadata('verify'),
  })
  await settled(auth, 'confirmContact')
  expect(given('CustomMessage_VerifyUserAttribute')).toEqual({ of: 'verify' })
})

test('a forgotten password, and its confirmation', async () => {
  const { page, given } = watchedPage()
  await createUser(page)
  const auth = page.load()
  ;(await settled(auth, 'signIn')).goForgotPassword()
  const form = { username: email, clientMetadata: clientMetadata('forgot') }
  ;(await settled(auth, 'forgotPassword')).submit(form)
  const view = await settled(auth, 'resetPassword')
  expect(given('CustomMessage_ForgotPassword')).toEqual({ of: 'forgot' })
  const code = await lastCode(page)
  view.submit({ code, password: fresh, clientMetadata: clientMetadata('reset') })
  await settled(auth, 'signedIn')
  expect(given('PostConfirmation_ConfirmForgotPassword')).toEqual({ of: 'reset' })
})

test('a new password, in place of a temporary one', async () => {
  const { page, given } = watchedPage()
  const auth = page.load()
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: email,
    TemporaryPassword: 'Temporary-7',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  ;(await settled(auth, 'signIn')).submit({ username: email, password: 'Temporary-7' })
  const form = { password: fresh, clientMetadata: clientMetadata('newPassword') }
  ;(await settled(auth, 'newPassword')).submit(form)
  await settled(auth, 'signedIn')
  expect(given('TokenGeneration_NewPasswordChallenge')).toEqual({ of: 'newPassword' })
})

test('the setup of an authenticator app, with its last request', async () => {
  const { page, given } = watchedPage({ ...mfaPool('ON'), EmailMfaConfiguration: null })
  await createUser(page)
  const auth = page.load()
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const setup = await settled(auth, 'setupTotp')
  const code = await totpCode(page, setup.secret?.reveal() ?? '')
  setup.submit({ code, clientMetadata: clientMetadata('setupTotp') })
  await settled(auth, 'signedIn')
  expect(given('TokenGeneration_Authentication')).toEqual({ of: 'setupTotp' })
})

test('a sign-up that a trigger confirms goes straight in', async () => {
  const page = openPage({
    triggers: {
      preSignUp: (event) => {
        event.response.autoConfirmUser = true
        event.response.autoVerifyEmail = true
      },
    },
  })
  const auth = page.load()
  const completed: string[] = []
  auth.on('signUp.completed', ({ username }) => completed.push(username))
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({ username: email, password, attributes: { email } })
  await settled(auth, 'signedIn')
  expect(completed).toEqual([email])
})
