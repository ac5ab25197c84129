import {
  AdminResetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { CognitoUser } from 'amazon-cognito-identity-js'
import { beforeEach, expect, test } from 'vitest'
import { otherThan } from '../support/authenticator-app.ts'
import { createIdentityJs, sessionOf, settled, stepOf } from '../support/identity-js.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox({
  pool: { SchemaAttributes: [{ Name: 'given_name', Required: true }] },
})
const { userPoolId: UserPoolId } = judged.sandbox.config
const admin = administrator(judged)
const given_name = 'Jäne'
const another = 'N3w-passwörd'

let browser: ReturnType<typeof createIdentityJs>

/** A user object of its own each time: it takes over USER_ID_FOR_SRP. */
async function begin(email: string, secret = password, flow = 'USER_PASSWORD_AUTH') {
  const user = browser.userOf(email)
  user.setAuthenticationFlowType(flow)
  return { user, step: await browser.begin(user, email, secret) }
}

beforeEach(() => {
  browser = createIdentityJs(judged.config)
})

const complete = (user: CognitoUser, secret: string, attributes: object) =>
  stepOf((callbacks) => user.completeNewPasswordChallenge(secret, attributes, callbacks))

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'])(
  'a temporary password is replaced after %s, and a missing attribute given',
  async (flow) => {
    const email = await admin.invited()
    const { user, step } = await begin(email, password, flow)
    // What is missing is among the attributes as well, empty, as in recordings of the service.
    const attributes = { email, email_verified: 'true', given_name: '' }
    expect(step).toEqual(['newPasswordRequired', attributes, ['given_name']])
    await expect(complete(user, 'short', { given_name })).rejects.toMatchObject({
      code: 'InvalidPasswordException',
      message: 'Password does not conform to policy: Password not long enough',
    })
    await expect(complete(user, another, {})).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: 'Invalid attributes given, given_name is missing',
    })
    // The library hands back all attributes it was given: who sends them on is rejected.
    await expect(complete(user, another, { email, given_name })).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      message: 'Cannot modify an already provided email',
    })
    const session = sessionOf(await complete(user, another, { given_name }))
    expect(session.getIdToken().payload).toMatchObject({ email, given_name })
    sessionOf((await begin(email, another)).step)
    await expect(begin(email)).rejects.toMatchObject({ code: 'NotAuthorizedException' })
  },
)

const confirm = (user: CognitoUser, code: string, secret: string) =>
  stepOf((callbacks) => user.confirmPassword(code, secret, callbacks))

test('a forgotten password is replaced with a code', async () => {
  const email = await admin.confirmed({ given_name })
  const user = browser.userOf(email)
  expect(await stepOf((callbacks) => user.forgotPassword(callbacks))).toEqual([
    'inputVerificationCode',
    {
      CodeDeliveryDetails: {
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'u***@e***',
      },
    },
  ])
  const code = await judged.codeFor(email)
  await expect(confirm(user, otherThan(code), another)).rejects.toMatchObject({
    code: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  await expect(confirm(user, code, 'short')).rejects.toMatchObject({
    code: 'InvalidPasswordException',
  })
  expect(await confirm(user, code, another)).toEqual(['onSuccess', 'SUCCESS'])
  await expect(confirm(user, code, another)).rejects.toMatchObject({
    code: 'ExpiredCodeException',
    message: 'Invalid code provided, please request a code again.',
  })
  sessionOf((await begin(email, another)).step)
})

test('a reset code expires, and too many are rejected', async () => {
  const email = await admin.confirmed({ given_name })
  const user = browser.userOf(email)
  const forget = () => stepOf((callbacks) => user.forgotPassword(callbacks))
  await forget()
  const code = await judged.codeFor(email)
  judged.sandbox.clock.advance(3_600_000)
  await expect(confirm(user, code, another)).rejects.toMatchObject({ code: 'ExpiredCodeException' })
  for (let count = 0; count < 5; count++) await forget()
  await expect(forget()).rejects.toMatchObject({
    code: 'LimitExceededException',
    message: 'Attempt limit exceeded, please try after some time.',
  })
})

test('a reset does not reveal whether a user exists', async () => {
  const email = judged.newEmail()
  const user = browser.userOf(email)
  const [name, details] = await stepOf((callbacks) => user.forgotPassword(callbacks))
  expect(name).toBe('inputVerificationCode')
  expect(details).toMatchObject({ CodeDeliveryDetails: { Destination: 'u***@e***' } })
  await expect(confirm(user, '123456', another)).rejects.toMatchObject({
    code: 'CodeMismatchException',
  })
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'])(
  'a user who must reset the password gets the error from %s',
  async (flow) => {
    const email = await admin.confirmed({ given_name })
    await admin.client().send(new AdminResetUserPasswordCommand({ UserPoolId, Username: email }))
    await expect(begin(email, password, flow)).rejects.toMatchObject({
      code: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    })
    await confirm(browser.userOf(email), await judged.codeFor(email), another)
    sessionOf((await begin(email, another)).step)
  },
)

test('a password is changed while signed in', async () => {
  const email = await admin.confirmed({ given_name })
  const { user, step } = await begin(email)
  sessionOf(step)
  const change = (before: string, after: string) =>
    settled<string>((done) => user.changePassword(before, after, done))
  await expect(change('Wr0ng-pass', another)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
  await expect(change(password, 'short')).rejects.toMatchObject({
    code: 'InvalidPasswordException',
  })
  expect(await change(password, another)).toBe('SUCCESS')
  // The session continues: Cognito revokes nothing when a password changes.
  expect(await change(another, password)).toBe('SUCCESS')
  sessionOf((await begin(email)).step)
})

test('an administrator ends a session', async () => {
  const email = await admin.confirmed({ given_name })
  const { user } = await begin(email)
  await admin.client().send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: email }))
  await expect(
    settled<string>((done) => user.changePassword(password, another, done)),
  ).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
})
