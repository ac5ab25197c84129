import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Sandbox } from '../../src/index.ts'
import { codeAt } from '../support/authenticator.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'

freezeTime()

let sandbox: Sandbox
let client: Client

async function begin(pool: PoolOptionsPatch) {
  sandbox = createSandbox({ pool: { MfaConfiguration: 'ON', ...pool } })
  client = createClient(sandbox)
  await client.confirmed()
}

const signIn = async () => (await client.signInWithPassword(email)).body
const associate = (Session: string) => client.call('AssociateSoftwareToken', { Session })
const verify = (Session: string, UserCode: string, more = {}) =>
  client.call('VerifySoftwareToken', { Session, UserCode, ...more })
const finish = (Session: string, responses = {}) => client.respond('MFA_SETUP', Session, responses)
const now = (secret: string) => codeAt(secret, sandbox.clock.now())
const wrongFor = (secret: string) => codeAt(secret, sandbox.clock.now() + 3_600_000)
const tokens = expect.objectContaining({ AccessToken: expect.stringMatching(/^ey/) })

const once = 'Invalid session for the user, session can only be used once.'

describe('an authenticator app at sign-in', () => {
  beforeEach(() => begin({ SoftwareTokenMfaConfiguration: { Enabled: true } }))

  test('is set up, and required from then on', async () => {
    const challenge = await signIn()
    expect(challenge).toEqual({
      ChallengeName: 'MFA_SETUP',
      Session: expect.any(String),
      ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
    })
    const { body: associated } = await associate(challenge.Session)
    expect(associated).toEqual({
      SecretCode: expect.stringMatching(/^[A-Z2-7]{52}$/),
      Session: expect.any(String),
    })
    const { body: verified } = await verify(associated.Session, now(associated.SecretCode), {
      FriendlyDeviceName: 'Phone',
    })
    expect(verified).toEqual({ Status: 'SUCCESS', Session: expect.any(String) })
    const { body } = await finish(verified.Session)
    expect(body.AuthenticationResult).toEqual(tokens)
    const { AccessToken } = body.AuthenticationResult
    expect((await client.call('GetUser', { AccessToken })).body).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    })
    const next = await signIn()
    expect(next).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { FRIENDLY_DEVICE_NAME: 'Phone' },
    })
    const answer = () =>
      client.respond('SOFTWARE_TOKEN_MFA', next.Session, {
        SOFTWARE_TOKEN_MFA_CODE: now(associated.SecretCode),
      })
    expect(errorOf(await answer())[1]).toBe('ExpiredCodeException')
    vi.setSystemTime(Date.now() + 30_000)
    expect((await answer()).body.AuthenticationResult).toEqual(tokens)
  })

  test('wrong codes leave the session as it is', async () => {
    const { body } = await associate((await signIn()).Session)
    for (let i = 0; i < 3; i++) {
      expect(errorOf(await verify(body.Session, wrongFor(body.SecretCode)))).toEqual([
        400,
        'EnableSoftwareTokenMFAException',
        'Code mismatch and fail enable Software Token MFA',
      ])
    }
    expect((await verify(body.Session, now(body.SecretCode))).status).toBe(200)
  })

  test('each session is good for one step', async () => {
    const { Session } = await signIn()
    const { body: associated } = await associate(Session)
    expect(errorOf(await associate(Session))[2]).toBe(once)
    const { body: verified } = await verify(associated.Session, now(associated.SecretCode))
    expect(errorOf(await verify(associated.Session, now(associated.SecretCode)))[2]).toBe(once)
    expect((await finish(verified.Session)).status).toBe(200)
    expect(errorOf(await finish(verified.Session))[2]).toBe(once)
  })

  test('cannot be skipped', async () => {
    const missing = [
      400,
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA does not exist for the user.',
    ]
    const { Session } = await signIn()
    expect(errorOf(await finish(Session))).toEqual(missing)
    expect(errorOf(await verify(Session, '123456'))).toEqual(missing)
    const { body } = await associate(Session)
    expect(errorOf(await finish(body.Session))).toEqual(missing)
    const byEmail = await finish(body.Session, { EMAIL: 'new@example.com' })
    expect(errorOf(byEmail)[1]).toBe('InvalidParameterException')
  })

  test('needs a session of its own', async () => {
    expect(errorOf(await associate('A'.repeat(40)))[2]).toBe('Invalid session for the user.')
    expect(errorOf(await client.call('AssociateSoftwareToken', {}))[1]).toBe(
      'InvalidParameterException',
    )
    expect(errorOf(await client.call('VerifySoftwareToken', { UserCode: '123456' }))[1]).toBe(
      'InvalidParameterException',
    )
    const { Session } = await signIn()
    await client.advance(180_000)
    expect(errorOf(await associate(Session))[2]).toBe(
      'Invalid session for the user, session is expired.',
    )
  })

  test('a secret is in no error and no list of users', async () => {
    const { body } = await associate((await signIn()).Session)
    const { body: rejected } = await verify(body.Session, 'secret-123')
    expect(JSON.stringify(rejected)).not.toContain('secret-123')
    await verify(body.Session, now(body.SecretCode))
    const users = JSON.stringify((await client.control('GET', '/users')).body)
    expect(users).not.toContain(body.SecretCode)
  })
})

describe('an authenticator app later', () => {
  let AccessToken: string

  beforeEach(async () => {
    await begin({ MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } })
    AccessToken = (await signIn()).AuthenticationResult.AccessToken
  })

  test('is verified by the access token, and required once it is enabled', async () => {
    const { body } = await client.call('AssociateSoftwareToken', { AccessToken })
    expect(body).toEqual({ SecretCode: expect.stringMatching(/^[A-Z2-7]{52}$/) })
    const verifyLater = (UserCode: string) =>
      client.call('VerifySoftwareToken', { AccessToken, UserCode })
    expect(errorOf(await verifyLater(wrongFor(body.SecretCode)))[1]).toBe(
      'EnableSoftwareTokenMFAException',
    )
    expect((await verifyLater(now(body.SecretCode))).body).toEqual({ Status: 'SUCCESS' })
    expect(errorOf(await verifyLater(now(body.SecretCode)))[1]).toBe(
      'SoftwareTokenMFANotFoundException',
    )
    expect((await signIn()).AuthenticationResult).toEqual(tokens)
    await client.control('PATCH', '/pool', { MfaConfiguration: 'ON' })
    expect((await signIn()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  })

  test('a new secret replaces the old app only when it is verified', async () => {
    const first = (await client.call('AssociateSoftwareToken', { AccessToken })).body.SecretCode
    await client.call('VerifySoftwareToken', { AccessToken, UserCode: now(first) })
    await client.call('SetUserMFAPreference', {
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true },
    })
    const second = (await client.call('AssociateSoftwareToken', { AccessToken })).body.SecretCode
    vi.setSystemTime(Date.now() + 60_000)
    const answer = async (secret: string) =>
      client.respond('SOFTWARE_TOKEN_MFA', (await signIn()).Session, {
        SOFTWARE_TOKEN_MFA_CODE: now(secret),
      })
    expect((await answer(first)).status).toBe(200)
    await client.call('VerifySoftwareToken', { AccessToken, UserCode: now(second) })
    vi.setSystemTime(Date.now() + 60_000)
    expect(errorOf(await answer(first))[1]).toBe('CodeMismatchException')
    expect((await answer(second)).status).toBe(200)
  })

  test('is rejected if the pool does not offer it, and for a deleted user', async () => {
    await client.control('PATCH', '/pool', {
      MfaConfiguration: 'OFF',
      SoftwareTokenMfaConfiguration: { Enabled: false },
    })
    const associate = () => client.call('AssociateSoftwareToken', { AccessToken })
    expect(errorOf(await associate())).toEqual([
      400,
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool',
    ])
    await client.admin('AdminDeleteUser', { Username: email })
    expect(errorOf(await associate())[1]).toBe('NotAuthorizedException')
  })
})

describe('e-mail at sign-in', () => {
  const other = 'new@example.com'

  beforeEach(() =>
    begin({ EmailMfaConfiguration: {}, SoftwareTokenMfaConfiguration: { Enabled: true } }),
  )

  const codeFor = (Session: string, code: string) =>
    client.respond('EMAIL_OTP', Session, { EMAIL_OTP_CODE: code })

  test('is set up with a code to the address', async () => {
    const challenge = await signIn()
    expect(challenge.ChallengeParameters).toEqual({
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
    })
    const { body } = await finish(challenge.Session, { EMAIL: other })
    expect(body).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
        CODE_DELIVERY_DESTINATION: 'n***@e***',
      },
    })
    expect(errorOf(await codeFor(body.Session, '00'))[1]).toBe('CodeMismatchException')
    const { body: end } = await codeFor(body.Session, await client.lastCode(other))
    const { AccessToken } = end.AuthenticationResult
    const { body: user } = await client.call('GetUser', { AccessToken })
    expect(user).toMatchObject({ PreferredMfaSetting: 'EMAIL_OTP' })
    expect(user.UserAttributes).toEqual(
      expect.arrayContaining([
        { Name: 'email', Value: other },
        { Name: 'email_verified', Value: 'true' },
      ]),
    )
    expect((await client.signInWithPassword(other)).body.ChallengeName).toBe('EMAIL_OTP')
  })

  test('is rejected for no address and for one of another user', async () => {
    await client.confirmed('joe@example.com')
    const { Session } = await signIn()
    expect(errorOf(await finish(Session, { EMAIL: 'no-address' }))[2]).toBe(
      'Invalid email address format.',
    )
    expect(errorOf(await finish(Session, { EMAIL: 'joe@example.com' }))[1]).toBe(
      'AliasExistsException',
    )
    expect((await finish(Session, { EMAIL: other })).status).toBe(200)
  })

  test('leaves the user as he is until the code is given', async () => {
    await finish((await signIn()).Session, { EMAIL: other })
    const { body } = await client.admin('AdminGetUser', { Username: email })
    expect(body.UserAttributes).toContainEqual({ Name: 'email', Value: email })
    expect((await signIn()).ChallengeName).toBe('MFA_SETUP')
  })
})

describe('a phone at sign-in', () => {
  const phone = '+12065550139'

  test('needs no setup once it is verified', async () => {
    await begin({ SmsMfaConfiguration: {}, SoftwareTokenMfaConfiguration: { Enabled: true } })
    const setPhone = (verified: string) =>
      client.admin('AdminUpdateUserAttributes', {
        Username: email,
        UserAttributes: [
          { Name: 'phone_number', Value: phone },
          { Name: 'phone_number_verified', Value: verified },
        ],
      })
    await setPhone('false')
    expect((await signIn()).ChallengeParameters).toEqual({
      MFAS_CAN_SETUP: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
    })
    await setPhone('true')
    const { ChallengeName, Session } = await signIn()
    expect(ChallengeName).toBe('SMS_MFA')
    const SMS_MFA_CODE = await client.lastCode(phone)
    const { body } = await client.respond('SMS_MFA', Session, { SMS_MFA_CODE })
    expect(body.AuthenticationResult).toEqual(tokens)
  })
})

test('a temporary password, a missing attribute and a setup follow each other', async () => {
  sandbox = createSandbox({
    pool: {
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      SchemaAttributes: [{ Name: 'name', Required: true }],
    },
  })
  client = createClient(sandbox)
  await client.admin('AdminCreateUser', { Username: email, TemporaryPassword: 'Temp0rary!' })
  const { Session } = (await client.signInWithPassword(email, 'Temp0rary!')).body
  const { body } = await client.respond('NEW_PASSWORD_REQUIRED', Session, {
    NEW_PASSWORD: password,
    'userAttributes.name': 'Jane',
  })
  expect(body.ChallengeName).toBe('MFA_SETUP')
  const { body: associated } = await associate(body.Session)
  const { body: verified } = await verify(associated.Session, now(associated.SecretCode))
  expect((await finish(verified.Session)).body.AuthenticationResult).toEqual(tokens)
})

describe('the pool', () => {
  beforeEach(() => begin({ SoftwareTokenMfaConfiguration: { Enabled: true } }))

  test('is configured as a whole', async () => {
    const config = {
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}' },
      EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Acme' },
      SoftwareTokenMfaConfiguration: { Enabled: false },
    }
    expect((await client.admin('SetUserPoolMfaConfig', config)).body).toEqual(config)
    expect((await client.admin('GetUserPoolMfaConfig')).body).toEqual(config)
    const { body } = await client.admin('SetUserPoolMfaConfig', { EmailMfaConfiguration: {} })
    expect(body).toEqual({
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: {},
      SoftwareTokenMfaConfiguration: { Enabled: false },
    })
  })

  test.each([
    [{ MfaConfiguration: 'ON' }, /^At least one of/],
    [{}, /^At least one of/],
    [
      { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: { Enabled: true } },
      /^Invalid MFA configuration given, can't turn off MFA and configure an MFA together\.$/,
    ],
    [
      { MfaConfiguration: 'ON', EmailMfaConfiguration: { Message: 'no code' } },
      /regular expression/,
    ],
  ])('rejects %j', async (config, message) => {
    const before = (await client.admin('GetUserPoolMfaConfig')).body
    expect(errorOf(await client.admin('SetUserPoolMfaConfig', config))).toEqual([
      400,
      'InvalidParameterException',
      expect.stringMatching(message),
    ])
    expect((await client.admin('GetUserPoolMfaConfig')).body).toEqual(before)
  })
})
