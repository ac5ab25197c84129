import {
  autoSignIn,
  confirmUserAttribute,
  deleteUser,
  deleteUserAttributes,
  fetchUserAttributes,
  getCurrentUser,
  sendUserAttributeVerificationCode,
  signIn,
  signUp,
  updateUserAttribute,
  updateUserAttributes,
} from 'aws-amplify/auth'
import { beforeEach, describe, expect, test } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { otherThan } from '../support/authenticator-app.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator, phone } from '../support/users.ts'

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

describe('an account', () => {
  const judged = useJudgedSandbox({
    pool: { AutoVerifiedAttributes: ['email', 'phone_number'] },
  })
  useAmplify(judged)
  const userAttributeKey = 'phone_number'
  const sent = (attributeName: string, destination: string, deliveryMedium = 'EMAIL') => ({
    isUpdated: false,
    nextStep: {
      updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE',
      codeDeliveryDetails: { attributeName, deliveryMedium, destination },
    },
  })
  const updated = { isUpdated: true, nextStep: { updateAttributeStep: 'DONE' } }

  let username: string

  beforeEach(async () => {
    username = await administrator(judged).confirmed({ given_name: 'Jane' })
    await signIn({ username, password, options: { authFlowType: 'USER_PASSWORD_AUTH' } })
  })

  test('attributes are changed, and deleted', async () => {
    const { phone_number } = phone
    expect(
      await updateUserAttributes({ userAttributes: { given_name: 'Jäne', phone_number } }),
    ).toEqual({
      given_name: updated,
      phone_number: sent('phone_number', '+*********5678', 'SMS'),
    })
    expect(await fetchUserAttributes()).toMatchObject({
      given_name: 'Jäne',
      phone_number,
      phone_number_verified: 'false',
    })
    await deleteUserAttributes({ userAttributeKeys: ['given_name', 'phone_number'] })
    expect(Object.keys(await fetchUserAttributes()).sort()).toEqual([
      'email',
      'email_verified',
      'sub',
    ])
  })

  test('a new phone number is verified with the code sent to it', async () => {
    await updateUserAttributes({ userAttributes: { phone_number: phone.phone_number } })
    const code = await judged.codeFor(phone.phone_number)
    const confirm = (confirmationCode: string) =>
      confirmUserAttribute({ userAttributeKey, confirmationCode })
    await expect(confirm(otherThan(code))).rejects.toMatchObject({ name: 'CodeMismatchException' })
    await confirm(code)
    expect(await fetchUserAttributes()).toMatchObject({ phone_number_verified: 'true' })
    await expect(confirm(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' })
  })

  test('the old address stays until the new one is verified, if the pool says so', async () => {
    await judged.setPool({
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    })
    const value = `new.${username}`
    const change = { userAttribute: { attributeKey: 'email', value } } as const
    expect(await updateUserAttribute(change)).toEqual(sent('email', 'n***@e***'))
    expect(await fetchUserAttributes()).toMatchObject({ email: username, email_verified: 'true' })
    const first = await judged.codeFor(value)
    expect(await sendUserAttributeVerificationCode({ userAttributeKey: 'email' })).toEqual({
      attributeName: 'email',
      deliveryMedium: 'EMAIL',
      destination: 'n***@e***',
    })
    const confirmationCode = await judged.codeFor(value)
    expect(confirmationCode).not.toBe(first)
    await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode })
    expect(await fetchUserAttributes()).toMatchObject({ email: value, email_verified: 'true' })
    await judged.setPool({
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
    })
  })

  test('attributes that may not be written are rejected', async () => {
    const { name } = await updateUserAttributes({
      userAttributes: { 'custom:unknown': 'x' },
    }).catch((error: Error) => error as Error & { name: string })
    expect(name).toBe('InvalidParameterException')
  })

  test('a user deletes the account', async () => {
    await deleteUser()
    await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
    await expect(signIn({ username, password })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  })
})

describe('a sign-up that a trigger confirms', () => {
  const judged = useJudgedSandbox({
    triggers: {
      preSignUp: ({ response }) => {
        response.autoConfirmUser = true
        response.autoVerifyEmail = true
      },
    },
  })
  useAmplify(judged)

  test('is complete at once, and signs in by itself', async () => {
    const username = judged.newEmail()
    const options = {
      userAttributes: { email: username },
      autoSignIn: { authFlowType: 'USER_SRP_AUTH' },
    } as const
    expect(await signUp({ username, password, options })).toMatchObject({
      isSignUpComplete: true,
      nextStep: { signUpStep: 'COMPLETE_AUTO_SIGN_IN' },
    })
    expect(await autoSignIn()).toEqual(done)
    expect(await fetchUserAttributes()).toMatchObject({ email_verified: 'true' })
  })
})
