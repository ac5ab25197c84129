import { confirmSignIn, fetchMFAPreference, signIn, signOut } from 'aws-amplify/auth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { nextCode, otherThan, wrongCode } from '../support/authenticator-app.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator, phone } from '../support/users.ts'

const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }
const judged = useJudgedSandbox({
  pool: { MfaConfiguration: 'ON', EmailMfaConfiguration: {}, ...app },
})
useAmplify(judged)
const admin = administrator(judged)
const { clock } = judged.sandbox

let username: string

beforeEach(async () => {
  username = await admin.confirmed()
})
afterEach(() => judged.setPool({ EmailMfaConfiguration: {}, ...app }))

const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const begin = () => signIn({ username, password })
const answer = (challengeResponse: string) => confirmSignIn({ challengeResponse })

type Step = Awaited<ReturnType<typeof signIn>>['nextStep']

function secretOf(nextStep: Step): string {
  if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP') {
    throw new Error(`Unexpected step ${nextStep.signInStep}`)
  }
  return nextStep.totpSetupDetails.sharedSecret
}

test('an authenticator app is the only factor to set up', async () => {
  await judged.setPool({ EmailMfaConfiguration: null })
  const secret = secretOf((await begin()).nextStep)
  await expect(answer(wrongCode(secret, clock))).rejects.toMatchObject({
    name: 'EnableSoftwareTokenMFAException',
  })
  expect(await answer(nextCode(secret, clock))).toEqual(done)
  expect(await fetchMFAPreference()).toEqual({ preferred: 'TOTP', enabled: ['TOTP'] })
  await signOut()
  expect(await begin()).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
  })
  expect(await answer(nextCode(secret, clock))).toEqual(done)
})

test('an e-mail address is the only factor to set up', async () => {
  await judged.setPool({ SoftwareTokenMfaConfiguration: { Enabled: false } })
  expect(await begin()).toMatchObject({
    nextStep: { signInStep: 'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP' },
  })
  const address = `second.${username}`
  expect(await answer(address)).toEqual({
    isSignedIn: false,
    nextStep: {
      signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
      codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 's***@e***' },
    },
  })
  const code = await judged.codeFor(address)
  await expect(answer(otherThan(code))).rejects.toMatchObject({ name: 'CodeMismatchException' })
  expect(await answer(code)).toEqual(done)
  expect(await fetchMFAPreference()).toEqual({ preferred: 'EMAIL', enabled: ['EMAIL'] })
})

test.each(['TOTP', 'EMAIL'])('%s is chosen of two factors to set up', async (choice) => {
  expect(await begin()).toEqual({
    isSignedIn: false,
    nextStep: {
      signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION',
      allowedMFATypes: ['TOTP', 'EMAIL'],
    },
  })
  const { nextStep } = await answer(choice)
  if (choice === 'TOTP') {
    expect(await answer(nextCode(secretOf(nextStep), clock))).toEqual(done)
  } else {
    expect(nextStep.signInStep).toBe('CONTINUE_SIGN_IN_WITH_EMAIL_SETUP')
    await answer(username)
    expect(await answer(await judged.codeFor(username))).toEqual(done)
  }
})

test('a user with a verified phone gets a code by SMS without setup', async () => {
  await judged.setPool({ SmsMfaConfiguration: {} })
  username = await admin.confirmed(phone)
  expect(await begin()).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_SMS_CODE' },
  })
  expect(await answer(await judged.codeFor(phone.phone_number))).toEqual(done)
  await judged.setPool({ SmsMfaConfiguration: null })
})

test('a temporary password comes before the second factor', async () => {
  await judged.setPool({ EmailMfaConfiguration: null })
  username = await admin.invited()
  expect(await begin()).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED' },
  })
  const secret = secretOf((await answer('N3w-password')).nextStep)
  expect(await answer(nextCode(secret, clock))).toEqual(done)
})
