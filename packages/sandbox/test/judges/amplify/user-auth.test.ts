import { setTimeout as sleep } from 'node:timers/promises'
import {
  autoSignIn,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  getCurrentUser,
  signIn,
  signUp,
} from 'aws-amplify/auth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator, phone } from '../support/users.ts'

const judged = useJudgedSandbox({ pool: { Passwordless: true } })
useAmplify(judged)

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

type Factor = 'PASSWORD' | 'PASSWORD_SRP' | 'EMAIL_OTP' | 'SMS_OTP'

let username: string

beforeEach(async () => {
  username = await administrator(judged).confirmed(phone)
})

const begin = (preferredChallenge?: Factor, secret?: string) =>
  signIn({
    username,
    ...(secret !== undefined && { password: secret }),
    options: { authFlowType: 'USER_AUTH', ...(preferredChallenge && { preferredChallenge }) },
  })

/** The tokens work: they are refreshed, also with rotation. */
async function expectSession() {
  await getCurrentUser()
  const before = String((await fetchAuthSession()).tokens?.accessToken)
  const after = String((await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken)
  expect(after).not.toBe(before)
}

const codes = {
  EMAIL_OTP: {
    step: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
    medium: 'EMAIL',
    code: () => judged.codeFor(username),
  },
  SMS_OTP: {
    step: 'CONFIRM_SIGN_IN_WITH_SMS_CODE',
    medium: 'SMS',
    code: () => judged.codeFor(phone.phone_number),
  },
} as const

describe('signIn with a preferred challenge', () => {
  test.each(['PASSWORD', 'PASSWORD_SRP'] as const)('%s', async (factor) => {
    expect(await begin(factor, password)).toEqual(done)
    await expectSession()
  })

  test.each(['EMAIL_OTP', 'SMS_OTP'] as const)('%s', async (factor) => {
    const { step, medium, code } = codes[factor]
    expect(await begin(factor)).toMatchObject({
      isSignedIn: false,
      nextStep: { signInStep: step, codeDeliveryDetails: { deliveryMedium: medium } },
    })
    await expect(confirmSignIn({ challengeResponse: '00000001' })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    })
    expect(await confirmSignIn({ challengeResponse: await code() })).toEqual(done)
    await expectSession()
  })

  test('a wrong password is rejected', async () => {
    await expect(begin('PASSWORD', 'Wr0ng-pass')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  })

  test('one that the user does not have leads to the choice', async () => {
    username = await administrator(judged).confirmed()
    expect(await begin('SMS_OTP')).toMatchObject({
      nextStep: {
        signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
        availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
      },
    })
  })
})

describe('signIn without a preferred challenge', () => {
  beforeEach(async () => {
    expect(await begin()).toEqual({
      isSignedIn: false,
      nextStep: {
        signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
        availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
      },
    })
  })

  test.each(['PASSWORD', 'PASSWORD_SRP'])('%s is chosen, then the password', async (factor) => {
    expect(await confirmSignIn({ challengeResponse: factor })).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_PASSWORD' },
    })
    expect(await confirmSignIn({ challengeResponse: password })).toEqual(done)
    await expectSession()
  })

  test.each(['EMAIL_OTP', 'SMS_OTP'] as const)('%s is chosen, then the code', async (factor) => {
    const { step, code } = codes[factor]
    expect(await confirmSignIn({ challengeResponse: factor })).toMatchObject({
      nextStep: { signInStep: step },
    })
    expect(await confirmSignIn({ challengeResponse: await code() })).toEqual(done)
    await expectSession()
  })
})

describe('autoSignIn', () => {
  const options = { autoSignIn: { authFlowType: 'USER_AUTH' } as const }

  const confirm = async () =>
    confirmSignUp({ username, confirmationCode: await judged.codeFor(username) })

  beforeEach(() => {
    username = judged.newEmail()
  })
  // Amplify never settles an autoSignIn that begins within 300 ms of another.
  afterEach(() => sleep(310))

  test.each<[string, { password?: string }]>([
    ['without a password', {}],
    ['with a password', { password }],
  ])('signs in after a sign-up %s', async (_, secret) => {
    const userAttributes = { email: username }
    await signUp({ username, ...secret, options: { ...options, userAttributes } })
    expect(await confirm()).toMatchObject({
      isSignUpComplete: true,
      nextStep: { signUpStep: 'COMPLETE_AUTO_SIGN_IN' },
    })
    expect(await autoSignIn()).toEqual(done)
    expect(judged.operations().slice(-3)).toContain('InitiateAuth')
    expect(judged.operations().slice(-3)).not.toContain('RespondToAuthChallenge')
    await expectSession()
  })
})

test('refreshes with rotation', async () => {
  await judged.setPool({ RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } })
  await begin('EMAIL_OTP')
  expect(await confirmSignIn({ challengeResponse: await judged.codeFor(username) })).toEqual(done)
  await expectSession()
  await expectSession()
  await judged.setPool({ RefreshTokenRotation: { Feature: 'DISABLED' } })
})
