import {
  confirmSignIn,
  fetchMFAPreference,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth'
import { beforeEach, expect, test } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { nextCode, otherThan, wrongCode } from '../support/authenticator-app.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator, phone } from '../support/users.ts'

const judged = useJudgedSandbox({
  pool: {
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: {},
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  },
})
useAmplify(judged)
const { clock } = judged.sandbox

let username: string

beforeEach(async () => {
  username = await administrator(judged).confirmed(phone)
  await signIn({ username, password })
})

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

async function again(authFlowType: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' = 'USER_SRP_AUTH') {
  await signOut()
  return signIn({ username, password, options: { authFlowType } })
}

const answer = (challengeResponse: string) => confirmSignIn({ challengeResponse })

async function withApp(): Promise<string> {
  const { sharedSecret, getSetupUri } = await setUpTOTP()
  expect(getSetupUri('Authchart').searchParams.get('secret')).toBe(sharedSecret)
  await expect(verifyTOTPSetup({ code: wrongCode(sharedSecret, clock) })).rejects.toMatchObject({
    name: 'EnableSoftwareTokenMFAException',
    message: 'Code mismatch and fail enable Software Token MFA',
  })
  await verifyTOTPSetup({ code: nextCode(sharedSecret, clock) })
  return sharedSecret
}

test.each([
  ['sms', 'SMS', phone.phone_number, '+*********5678', 6],
  ['email', 'EMAIL', undefined, 'u***@e***', 8],
] as const)('a code by %s', async (factor, medium, to, destination, digits) => {
  await updateMFAPreference({ [factor]: 'PREFERRED' })
  expect(await fetchMFAPreference()).toEqual({ preferred: medium, enabled: [medium] })
  expect(await again()).toEqual({
    isSignedIn: false,
    nextStep: {
      signInStep: `CONFIRM_SIGN_IN_WITH_${medium}_CODE`,
      codeDeliveryDetails: { deliveryMedium: medium, destination },
    },
  })
  const code = await judged.codeFor(to ?? username)
  expect(code).toHaveLength(digits)
  await expect(answer(otherThan(code))).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid code or auth state for the user.',
  })
  expect(await answer(code)).toEqual(done)
})

test('an authenticator app is set up while signed in, and required from then on', async () => {
  const secret = await withApp()
  expect(await fetchMFAPreference()).toEqual({})
  await updateMFAPreference({ totp: 'PREFERRED' })
  expect(await fetchMFAPreference()).toEqual({ preferred: 'TOTP', enabled: ['TOTP'] })
  expect(await again()).toEqual({
    isSignedIn: false,
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
  })
  await expect(answer(wrongCode(secret, clock))).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid code received for user',
  })
  expect(await answer(nextCode(secret, clock))).toEqual(done)
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)(
  'a user with several factors and no preference selects one after %s',
  async (flow) => {
    const secret = await withApp()
    await updateMFAPreference({ sms: 'ENABLED', totp: 'ENABLED', email: 'ENABLED' })
    expect(await again(flow)).toEqual({
      isSignedIn: false,
      nextStep: {
        signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION',
        allowedMFATypes: ['SMS', 'TOTP', 'EMAIL'],
      },
    })
    expect(await answer('TOTP')).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
    })
    expect(await answer(nextCode(secret, clock))).toEqual(done)

    await again(flow)
    expect(await answer('EMAIL')).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
    })
    expect(await answer(await judged.codeFor(username))).toEqual(done)

    await again(flow)
    expect(await answer('SMS')).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_SMS_CODE' },
    })
    expect(await answer(await judged.codeFor(phone.phone_number))).toEqual(done)
  },
)

test('the preference moves, and is taken back', async () => {
  await updateMFAPreference({ sms: 'PREFERRED', email: 'ENABLED' })
  expect(await fetchMFAPreference()).toEqual({ preferred: 'SMS', enabled: ['SMS', 'EMAIL'] })
  await updateMFAPreference({ sms: 'NOT_PREFERRED', email: 'PREFERRED' })
  expect(await fetchMFAPreference()).toEqual({ preferred: 'EMAIL', enabled: ['SMS', 'EMAIL'] })
  await updateMFAPreference({ email: 'DISABLED' })
  expect(await fetchMFAPreference()).toEqual({ enabled: ['SMS'] })
  await updateMFAPreference({ sms: 'DISABLED' })
  expect(await fetchMFAPreference()).toEqual({})
  expect(await again()).toEqual(done)
})

test('an app that is not set up cannot be preferred', async () => {
  await expect(updateMFAPreference({ totp: 'PREFERRED' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'User has not verified software token mfa',
  })
})

test('a code that comes too late', async () => {
  await updateMFAPreference({ sms: 'PREFERRED' })
  await again()
  clock.advance(181_000)
  await expect(answer(await judged.codeFor(phone.phone_number))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
})
