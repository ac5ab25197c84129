import type { CognitoUser, IMfaSettings, UserData } from 'amazon-cognito-identity-js'
import { beforeEach, describe, expect, test } from 'vitest'
import { nextCode, otherThan, wrongCode } from '../support/authenticator-app.ts'
import { createIdentityJs, sessionOf, settled, stepOf } from '../support/identity-js.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator, phone } from '../support/users.ts'

const factors = { SmsMfaConfiguration: {}, SoftwareTokenMfaConfiguration: { Enabled: true } }
const preferred = { Enabled: true, PreferredMfa: true }
const enabled = { Enabled: true, PreferredMfa: false }
const off = { Enabled: false, PreferredMfa: false }

const sms = [
  'mfaRequired',
  'SMS_MFA',
  { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*********5678' },
]

async function associate(user: CognitoUser): Promise<string> {
  const [name, secret] = await stepOf((callbacks) => user.associateSoftwareToken(callbacks))
  expect(name).toBe('associateSecretCode')
  return String(secret)
}

const verify = (user: CognitoUser, code: string) =>
  stepOf((callbacks) => user.verifySoftwareToken(code, 'Phone', callbacks))

const answer = (user: CognitoUser, code: string, type?: string) =>
  stepOf((callbacks) => user.sendMFACode(code, callbacks, type))

const select = (user: CognitoUser, type: string) =>
  stepOf((callbacks) => user.sendMFASelectionAnswer(type, callbacks))

describe('if a second factor is optional', () => {
  const judged = useJudgedSandbox({ pool: { MfaConfiguration: 'OPTIONAL', ...factors } })
  const { clock } = judged.sandbox

  let email: string
  let browser: ReturnType<typeof createIdentityJs>
  let user: CognitoUser

  const begin = () => {
    user = browser.userOf(email)
    user.setAuthenticationFlowType('USER_PASSWORD_AUTH')
    return browser.begin(user, email, password)
  }
  const prefer = (texts: IMfaSettings | null, app: IMfaSettings | null) =>
    settled<string>((done) => user.setUserMfaPreference(texts, app, done))
  const smsCode = () => judged.codeFor(phone.phone_number)

  beforeEach(async () => {
    email = await administrator(judged).confirmed(phone)
    browser = createIdentityJs(judged.config)
    sessionOf(await begin())
  })

  /** Signed in, with an authenticator app set up: its secret. */
  const withApp = async () => {
    const secret = await associate(user)
    expect(await verify(user, nextCode(secret, clock))).toEqual([
      'onSuccess',
      { Status: 'SUCCESS' },
    ])
    return secret
  }

  test('codes by SMS: a wrong one leaves the session, the right one signs in', async () => {
    expect(await prefer(preferred, null)).toBe('SUCCESS')
    expect(await begin()).toEqual(sms)
    await expect(answer(user, otherThan(await smsCode()))).rejects.toMatchObject({
      code: 'CodeMismatchException',
      message: 'Invalid code or auth state for the user.',
    })
    expect(sessionOf(await answer(user, await smsCode())).isValid()).toBe(true)
  })

  test('a challenge ends with its session, by time', async () => {
    await prefer(preferred, null)
    await begin()
    clock.advance(181_000)
    await expect(answer(user, await smsCode())).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    })
  })

  test('an authenticator app is set up while signed in, and required from then on', async () => {
    const secret = await associate(user)
    await expect(verify(user, wrongCode(secret, clock))).rejects.toMatchObject({
      code: 'EnableSoftwareTokenMFAException',
      message: 'Code mismatch and fail enable Software Token MFA',
    })
    const code = nextCode(secret, clock)
    expect(await verify(user, code)).toEqual(['onSuccess', { Status: 'SUCCESS' }])
    await prefer(null, preferred)
    expect(await settled<UserData>((done) => user.getUserData(done))).toMatchObject({
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    })

    const [step, name, parameters] = await begin()
    expect([step, name]).toEqual(['totpRequired', 'SOFTWARE_TOKEN_MFA'])
    expect(parameters).toMatchObject({ FRIENDLY_DEVICE_NAME: 'Phone' })
    const type = 'SOFTWARE_TOKEN_MFA'
    await expect(answer(user, wrongCode(secret, clock), type)).rejects.toMatchObject({
      code: 'CodeMismatchException',
      message: 'Invalid code received for user',
    })
    await expect(answer(user, code, type)).rejects.toMatchObject({
      code: 'ExpiredCodeException',
      message: 'Your software token has already been used once.',
    })
    sessionOf(await answer(user, nextCode(secret, clock), type))
  })

  test('a user with two factors and no preference selects one', async () => {
    const secret = await withApp()
    await prefer(enabled, enabled)
    const choice = [
      'selectMFAType',
      'SELECT_MFA_TYPE',
      { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' },
    ]
    expect(await begin()).toEqual(choice)
    expect(await select(user, 'SMS_MFA')).toEqual(sms)
    sessionOf(await answer(user, await smsCode()))

    expect(await begin()).toEqual(choice)
    expect((await select(user, 'SOFTWARE_TOKEN_MFA')).slice(0, 2)).toEqual([
      'totpRequired',
      'SOFTWARE_TOKEN_MFA',
    ])
    sessionOf(await answer(user, nextCode(secret, clock), 'SOFTWARE_TOKEN_MFA'))
  })

  test('preferences are rejected without what they need, and taken back', async () => {
    await expect(prefer(null, enabled)).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: 'User has not verified software token mfa',
    })
    await prefer(preferred, null)
    expect((await begin())[0]).toBe('mfaRequired')
    sessionOf(await answer(user, await smsCode()))
    await prefer(off, off)
    sessionOf(await begin())
  })

  test('the old settings turn SMS on and off', async () => {
    expect(await settled<string>((done) => user.enableMFA(done))).toBe('SUCCESS')
    expect(await settled<unknown>((done) => user.getMFAOptions(done))).toEqual([
      { DeliveryMedium: 'SMS', AttributeName: 'phone_number' },
    ])
    expect(await begin()).toEqual(sms)
    sessionOf(await answer(user, await smsCode()))
    expect(await settled<string>((done) => user.disableMFA(done))).toBe('SUCCESS')
    sessionOf(await begin())
  })
})

describe('if a second factor is required', () => {
  const { SoftwareTokenMfaConfiguration } = factors
  const judged = useJudgedSandbox({
    pool: { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration },
  })
  const { clock } = judged.sandbox

  test('an authenticator app is set up during the sign-in', async () => {
    const email = await administrator(judged).confirmed()
    const browser = createIdentityJs(judged.config)
    const user = browser.userOf(email)
    expect(await browser.begin(user, email, password)).toEqual([
      'mfaSetup',
      'MFA_SETUP',
      { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
    ])
    const secret = await associate(user)
    await expect(verify(user, wrongCode(secret, clock))).rejects.toMatchObject({
      code: 'EnableSoftwareTokenMFAException',
    })
    sessionOf(await verify(user, nextCode(secret, clock)))

    const again = browser.userOf(email)
    expect((await browser.begin(again, email, password))[0]).toBe('totpRequired')
    sessionOf(await answer(again, nextCode(secret, clock), 'SOFTWARE_TOKEN_MFA'))
  })
})
