import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Sandbox } from '../../src/index.ts'
import { codeAt } from '../support/authenticator.ts'
import { type Client, createClient, email, errorOf, type Reply } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { signInWithSrp } from '../support/srp-client.ts'

freezeTime()

const phone = '+12065550139'
const all: PoolOptionsPatch = {
  MfaConfiguration: 'OPTIONAL',
  SmsMfaConfiguration: {},
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: {},
}

let sandbox: Sandbox
let client: Client
let AccessToken: string

async function begin(pool: PoolOptionsPatch) {
  sandbox = createSandbox({ pool })
  client = createClient(sandbox)
  await client.admin('AdminCreateUser', {
    Username: email,
    UserAttributes: [
      { Name: 'email_verified', Value: 'true' },
      { Name: 'phone_number', Value: phone },
      { Name: 'phone_number_verified', Value: 'true' },
    ],
  })
  await client.admin('AdminSetUserPassword', {
    Username: email,
    Password: 'Passw0rd!',
    Permanent: true,
  })
}

const prefer = (preference: object) =>
  client.call('SetUserMFAPreference', { AccessToken, ...preference })

async function registerApp() {
  const { SecretCode } = (await client.call('AssociateSoftwareToken', { AccessToken })).body
  const UserCode = codeAt(SecretCode, sandbox.clock.now())
  await client.call('VerifySoftwareToken', { AccessToken, UserCode, FriendlyDeviceName: 'Phone' })
  // On both clocks, so that the used code is no longer valid.
  vi.setSystemTime(Date.now() + 120_000)
  return SecretCode
}

const signIn = async () => (await client.signInWithPassword(email)).body

const wrongSession = 'Invalid session for the user.'
const tokens = expect.objectContaining({ AccessToken: expect.stringMatching(/^ey/) })

beforeEach(async () => {
  await begin(all)
  AccessToken = (await signIn()).AuthenticationResult.AccessToken
})

describe.each([
  ['SMS_MFA', 'SMSMfaSettings', 'SMS', phone, '+*******0139', 6],
  ['EMAIL_OTP', 'EmailMfaSettings', 'EMAIL', email, 'j***@e***', 8],
])('%s', (challenge, settings, medium, to, masked, digits) => {
  const answer = (session: string, code: string, name = email) =>
    client.respond(challenge, session, { [`${challenge}_CODE`]: code }, name)

  beforeEach(() => prefer({ [settings]: { Enabled: true, PreferredMfa: true } }))

  test.each([
    ['USER_PASSWORD_AUTH', () => client.signInWithPassword(email)],
    ['USER_SRP_AUTH', () => signInWithSrp(client, email, 'Passw0rd!')],
  ])('follows %s with a code that is sent', async (_, start) => {
    const { body } = await start()
    expect(body).toEqual({
      ChallengeName: challenge,
      Session: expect.any(String),
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: masked,
      },
    })
    const [message] = await client.outbox(to)
    expect(message).toMatchObject({ medium, to, kind: 'mfa' })
    expect(message?.code).toMatch(new RegExp(`^\\d{${digits}}$`))
    expect(message?.body).toBe(`Your authentication code is ${message?.code}`)
    const { body: end } = await answer(body.Session, message?.code ?? '')
    expect(end).toEqual({ ChallengeParameters: {}, AuthenticationResult: tokens })
  })

  test('wrong codes leave the session as it is, however many', async () => {
    const { Session } = await signIn()
    for (let i = 0; i < 7; i++) {
      expect(errorOf(await answer(Session, '000'))).toEqual([
        400,
        'CodeMismatchException',
        'Invalid code or auth state for the user.',
      ])
    }
    const code = await client.lastCode(to)
    expect((await answer(Session, code)).status).toBe(200)
    expect(errorOf(await answer(Session, code))[2]).toBe(
      'Invalid session for the user, session can only be used once.',
    )
  })

  test('ends with its session, and belongs to it', async () => {
    const first = await signIn()
    const old = await client.lastCode(to)
    const second = await signIn()
    expect(errorOf(await answer(second.Session, old))[1]).toBe('CodeMismatchException')
    expect((await answer(first.Session, old)).status).toBe(200)
    await client.advance(180_000)
    expect(errorOf(await answer(second.Session, await client.lastCode(to)))).toEqual([
      400,
      'NotAuthorizedException',
      'Invalid session for the user, session is expired.',
    ])
  })

  test('is rejected for another user and another challenge', async () => {
    const { Session } = await signIn()
    const code = await client.lastCode(to)
    await client.admin('AdminCreateUser', { Username: 'joe@example.com' })
    expect(errorOf(await answer(Session, code, 'joe@example.com'))[2]).toBe(wrongSession)
    const other = client.respond('SELECT_MFA_TYPE', Session, { ANSWER: 'SMS_MFA' })
    expect(errorOf(await other)[2]).toBe(wrongSession)
    expect(errorOf(await answer('A'.repeat(40), code))[2]).toBe(wrongSession)
    expect(errorOf(await answer(Session, ''))[2]).toBe(
      `Missing required parameter ${challenge}_CODE`,
    )
  })

  test('verifies an address that was not', async () => {
    const attribute = to === phone ? 'phone_number' : 'email'
    const flag = { Name: `${attribute}_verified`, Value: 'false' }
    await client.admin('AdminUpdateUserAttributes', { Username: email, UserAttributes: [flag] })
    const { Session } = await signIn()
    await answer(Session, await client.lastCode(to))
    const { body } = await client.admin('AdminGetUser', { Username: email })
    expect(body.UserAttributes).toContainEqual({ ...flag, Value: 'true' })
  })

  test('is not required while the pool does not offer it', async () => {
    const member = medium === 'SMS' ? 'SmsMfaConfiguration' : 'EmailMfaConfiguration'
    await client.control('PATCH', '/pool', { [member]: null })
    expect((await signIn()).AuthenticationResult).toEqual(tokens)
    await client.control('PATCH', '/pool', { [member]: {}, MfaConfiguration: 'OFF' })
    expect((await signIn()).AuthenticationResult).toEqual(tokens)
  })
})

test('messages have the texts of the pool', async () => {
  await client.control('PATCH', '/pool', {
    SmsMfaConfiguration: { SmsAuthenticationMessage: 'Acme: {####}' },
    EmailMfaConfiguration: { Subject: 'Acme', Message: 'Code {####}' },
  })
  await prefer({ SMSMfaSettings: { Enabled: true } })
  await signIn()
  const [sms] = await client.outbox(phone)
  expect(sms?.body).toBe(`Acme: ${sms?.code}`)
  await prefer({ EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
  await signIn()
  const [mail] = await client.outbox(email)
  expect(mail?.body).toBe(`Acme\n\nCode ${mail?.code}`)
})

describe('SOFTWARE_TOKEN_MFA', () => {
  let secret: string

  const answer = (session: string, code: string) =>
    client.respond('SOFTWARE_TOKEN_MFA', session, { SOFTWARE_TOKEN_MFA_CODE: code })
  const code = (steps = 0) => codeAt(secret, sandbox.clock.now() + steps * 30_000)

  beforeEach(async () => {
    secret = await registerApp()
    await prefer({ SoftwareTokenMfaSettings: { Enabled: true } })
  })

  test('requires the code of the app', async () => {
    const body = await signIn()
    expect(body).toEqual({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: expect.any(String),
      ChallengeParameters: {
        FRIENDLY_DEVICE_NAME: 'Phone',
        USER_ID_FOR_SRP: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    })
    expect((await answer(body.Session, code())).body.AuthenticationResult).toEqual(tokens)
  })

  test.each([-1, 1])('takes the code of %i step', async (steps) => {
    expect((await answer((await signIn()).Session, code(steps))).status).toBe(200)
  })

  test.each([-2, 2])('rejects the code of %i steps, and keeps the session', async (steps) => {
    const { Session } = await signIn()
    expect(errorOf(await answer(Session, code(steps)))).toEqual([
      400,
      'CodeMismatchException',
      'Invalid code received for user',
    ])
    for (const malformed of ['12345', 'abcdef', '1234567']) {
      expect(errorOf(await answer(Session, malformed))[1]).toBe('CodeMismatchException')
    }
    expect((await answer(Session, code())).status).toBe(200)
  })

  test('takes a code once, and later the next', async () => {
    await answer((await signIn()).Session, code())
    const { Session } = await signIn()
    expect(errorOf(await answer(Session, code()))).toEqual([
      400,
      'ExpiredCodeException',
      'Your software token has already been used once.',
    ])
    expect((await answer(Session, code(1))).status).toBe(200)
    expect(errorOf(await answer((await signIn()).Session, code()))[1]).toBe('ExpiredCodeException')
    await client.advance(90_000)
    expect((await answer((await signIn()).Session, code())).status).toBe(200)
  })

  test('takes codes by the time of the machine, where authenticator apps live', async () => {
    await client.advance(86_400_000)
    expect((await answer((await signIn()).Session, codeAt(secret, Date.now()))).status).toBe(200)
    expect((await answer((await signIn()).Session, code())).status).toBe(200)
    const again = await answer((await signIn()).Session, codeAt(secret, Date.now()))
    expect(errorOf(again)[1]).toBe('ExpiredCodeException')
  })

  test('stays in use when the pool ceases to offer it', async () => {
    await client.control('PATCH', '/pool', { SoftwareTokenMfaConfiguration: { Enabled: false } })
    expect((await signIn()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  })
})

describe('several factors', () => {
  const both = { SMSMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } }

  test('EMAIL_MFA chooses e-mail, too', async () => {
    await prefer(both)
    const { Session } = await signIn()
    const { body } = await client.respond('SELECT_MFA_TYPE', Session, { ANSWER: 'EMAIL_MFA' })
    expect(body.ChallengeName).toBe('EMAIL_OTP')
  })
})

describe('preferences', () => {
  const preference = async (): Promise<Reply['body']> =>
    (await client.call('GetUser', { AccessToken })).body

  test('are shown to the user and to administrators', async () => {
    expect(await preference()).not.toHaveProperty('UserMFASettingList')
    await prefer({
      SMSMfaSettings: { Enabled: true },
      EmailMfaSettings: { Enabled: true, PreferredMfa: true },
    })
    const expected = {
      PreferredMfaSetting: 'EMAIL_OTP',
      UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
      MFAOptions: [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }],
    }
    expect(await preference()).toMatchObject(expected)
    expect((await client.admin('AdminGetUser', { Username: email })).body).toMatchObject(expected)
  })

  test('stay while another factor changes', async () => {
    await prefer({ EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
    await prefer({ SMSMfaSettings: { Enabled: true } })
    expect(await preference()).toMatchObject({
      PreferredMfaSetting: 'EMAIL_OTP',
      UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
    })
  })

  test('end with PreferredMfa: false, and the factor stays enabled', async () => {
    await prefer({ EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
    await prefer({ EmailMfaSettings: { Enabled: true, PreferredMfa: false } })
    expect(await preference()).toMatchObject({ UserMFASettingList: ['EMAIL_OTP'] })
    expect(await preference()).not.toHaveProperty('PreferredMfaSetting')
  })

  test.each([
    ['SMSMfaSettings', 'phone_number_verified', 'SMS_MFA'],
    ['EmailMfaSettings', 'email_verified', 'EMAIL_OTP'],
  ])('%s needs a verified address', async (settings, Name, factor) => {
    const UserAttributes = [{ Name, Value: 'false' }]
    await client.admin('AdminUpdateUserAttributes', { Username: email, UserAttributes })
    expect(errorOf(await prefer({ [settings]: { Enabled: true } }))).toEqual([
      400,
      'InvalidParameterException',
      `User does not have delivery config set to turn on ${factor}`,
    ])
    expect((await prefer({ [settings]: { Enabled: false } })).status).toBe(200)
  })

  test('one at most, and an enabled one', async () => {
    const one = { Enabled: true, PreferredMfa: true }
    expect(errorOf(await prefer({ SMSMfaSettings: one, EmailMfaSettings: one }))[1]).toBe(
      'InvalidParameterException',
    )
    expect(errorOf(await prefer({ SMSMfaSettings: { PreferredMfa: true } }))[1]).toBe(
      'InvalidParameterException',
    )
  })

  test('need an access token', async () => {
    AccessToken = 'nonsense'
    expect(errorOf(await prefer({}))).toEqual([
      400,
      'NotAuthorizedException',
      'Invalid Access Token',
    ])
  })
})
