import { AdminResetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  confirmResetPassword,
  confirmSignIn,
  fetchUserAttributes,
  resetPassword,
  signIn,
  signOut,
  updatePassword,
} from 'aws-amplify/auth'
import { expect, test } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { otherThan } from '../support/authenticator-app.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox({
  pool: { SchemaAttributes: [{ Name: 'given_name', Required: true }] },
})
useAmplify(judged)
const { userPoolId: UserPoolId } = judged.sandbox.config
const admin = administrator(judged)
const given_name = 'Jäne'
const another = 'N3w-passwörd'
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)(
  'a temporary password is replaced after %s, and a missing attribute given',
  async (authFlowType) => {
    const username = await admin.invited()
    expect(await signIn({ username, password, options: { authFlowType } })).toEqual({
      isSignedIn: false,
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
        missingAttributes: ['given_name'],
      },
    })
    const answer = (challengeResponse: string, userAttributes = {}) =>
      confirmSignIn({ challengeResponse, options: { userAttributes } })
    await expect(answer('short', { given_name })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: 'Password does not conform to policy: Password not long enough',
    })
    await expect(answer(another)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Invalid attributes given, given_name is missing',
    })
    expect(await answer(another, { given_name })).toEqual(done)
    expect(await fetchUserAttributes()).toMatchObject({ given_name, email: username })
    await signOut()
    expect(await signIn({ username, password: another })).toEqual(done)
  },
)

test('a forgotten password is replaced with a code', async () => {
  const username = await admin.confirmed({ given_name })
  expect(await resetPassword({ username })).toEqual({
    isPasswordReset: false,
    nextStep: {
      resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
      codeDeliveryDetails: {
        attributeName: 'email',
        deliveryMedium: 'EMAIL',
        destination: 'u***@e***',
      },
    },
  })
  const code = await judged.codeFor(username)
  const confirm = (confirmationCode: string, newPassword = another) =>
    confirmResetPassword({ username, confirmationCode, newPassword })
  await expect(confirm(otherThan(code))).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  await expect(confirm(code, 'short')).rejects.toMatchObject({ name: 'InvalidPasswordException' })
  await confirm(code)
  await expect(confirm(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' })
  expect(await signIn({ username, password: another })).toEqual(done)
})

test('a user who may not reset the password gets the reason', async () => {
  await expect(resetPassword({ username: await admin.invited() })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User password cannot be reset in the current state.',
  })
  const username = await admin.confirmed({ given_name, email_verified: 'false' })
  await expect(resetPassword({ username })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
  })
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)(
  'a forced reset is a step of %s',
  async (authFlowType) => {
    const username = await admin.confirmed({ given_name })
    await admin.client().send(new AdminResetUserPasswordCommand({ UserPoolId, Username: username }))
    const begin = (secret: string) =>
      signIn({ username, password: secret, options: { authFlowType } })
    expect(await begin(password)).toEqual({
      isSignedIn: false,
      nextStep: { signInStep: 'RESET_PASSWORD' },
    })
    const confirmationCode = await judged.codeFor(username)
    await confirmResetPassword({ username, confirmationCode, newPassword: another })
    expect(await begin(another)).toEqual(done)
  },
)

test('a password is changed while signed in', async () => {
  const username = await admin.confirmed({ given_name })
  await signIn({ username, password })
  await expect(
    updatePassword({ oldPassword: 'Wr0ng-pass', newPassword: another }),
  ).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
  await expect(
    updatePassword({ oldPassword: password, newPassword: 'short' }),
  ).rejects.toMatchObject({ name: 'InvalidPasswordException' })
  await updatePassword({ oldPassword: password, newPassword: another })
  await signOut()
  expect(await signIn({ username, password: another })).toEqual(done)
})
