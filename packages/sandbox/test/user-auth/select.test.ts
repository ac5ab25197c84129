import { beforeEach, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { passkeysOf, requestOptionsOf } from '../support/passkeys.ts'
import { createReachable, phone, usedSession, wrongCredentials } from '../support/passwordless.ts'
import { proveSrp, srpKey } from '../support/srp-client.ts'

let client: Client

beforeEach(() => {
  client = createClient(createSandbox({ pool: { Passwordless: true } }))
})

const sessionOfChoice = async () => (await client.choose()).body.Session

const select = (session: string, ANSWER: string, responses: Record<string, string> = {}) =>
  client.respond('SELECT_CHALLENGE', session, { ANSWER, ...responses })

const available = ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']

test('EMAIL_OTP and SMS_OTP send a code', async () => {
  await createReachable(client, email)
  const byEmail = await select(await sessionOfChoice(), 'EMAIL_OTP')
  expect(byEmail.body).toEqual({
    ChallengeName: 'EMAIL_OTP',
    Session: expect.any(String),
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: 'j***@e***',
    },
    AvailableChallenges: ['EMAIL_OTP', 'SMS_OTP'],
  })
  const EMAIL_OTP_CODE = await client.lastCode(email)
  const tokens = await client.respond('EMAIL_OTP', byEmail.body.Session, { EMAIL_OTP_CODE })
  expect(tokens.body.AuthenticationResult.AccessToken).toBeTruthy()
  expect(tokens.body.AvailableChallenges).toBeUndefined()
  const bySms = await select(await sessionOfChoice(), 'SMS_OTP')
  expect(bySms.body.ChallengeParameters).toEqual({
    CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
    CODE_DELIVERY_DESTINATION: '+*********5678',
  })
  const SMS_OTP_CODE = await client.lastCode(phone)
  const again = await client.respond('SMS_OTP', bySms.body.Session, { SMS_OTP_CODE })
  expect(again.body.AuthenticationResult.AccessToken).toBeTruthy()
})

test('PASSWORD takes the password at once; a wrong one leaves the session', async () => {
  await client.confirmed()
  const session = await sessionOfChoice()
  const wrong = await select(session, 'PASSWORD', { PASSWORD: 'Wr0ng-pass' })
  expect(errorOf(wrong)).toEqual(wrongCredentials)
  const right = await select(session, 'PASSWORD', { PASSWORD: password })
  expect(right.body.AuthenticationResult.AccessToken).toBeTruthy()
  expect(errorOf(await select(session, 'PASSWORD', { PASSWORD: password }))).toEqual(usedSession)
})

test('PASSWORD_SRP takes SRP_A at once, and the password is proven', async () => {
  await client.confirmed()
  const key = srpKey()
  const { body } = await select(await sessionOfChoice(), 'PASSWORD_SRP', { SRP_A: key.A })
  expect(body).toMatchObject({
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: expect.any(String),
    AvailableChallenges: available,
  })
  const claim = proveSrp(key, body.ChallengeParameters, password, 'Sandbox01')
  const tokens = await client.respond('PASSWORD_VERIFIER', body.Session, claim)
  expect(tokens.body.AuthenticationResult.AccessToken).toBeTruthy()
})

test('without its input a password challenge comes first, and takes it by its own name', async () => {
  await client.confirmed()
  const challenge = await select(await sessionOfChoice(), 'PASSWORD')
  expect(challenge.body).toMatchObject({
    ChallengeName: 'PASSWORD',
    AvailableChallenges: available,
  })
  const PASSWORD = password
  const tokens = await client.respond('PASSWORD', challenge.body.Session, { PASSWORD })
  expect(tokens.body.AuthenticationResult.AccessToken).toBeTruthy()
  const srp = await select(await sessionOfChoice(), 'PASSWORD_SRP')
  expect(srp.body).toMatchObject({ ChallengeName: 'PASSWORD_SRP', AvailableChallenges: available })
  const verifier = await client.respond('PASSWORD_SRP', srp.body.Session, { SRP_A: srpKey().A })
  expect(verifier.body.ChallengeName).toBe('PASSWORD_VERIFIER')
})

test.each(['PASSWORD', 'PASSWORD_SRP'])(
  'another factor can follow %s on its session',
  async (factor) => {
    await client.confirmed()
    const { body } = await client.choose({ PREFERRED_CHALLENGE: factor })
    expect(body.ChallengeName).toBe(factor)
    const other = await select(body.Session, 'EMAIL_OTP')
    expect(other.body.ChallengeName).toBe('EMAIL_OTP')
    expect(errorOf(await select(body.Session, 'EMAIL_OTP'))).toEqual(usedSession)
  },
)

test('another factor cannot follow EMAIL_OTP on its session', async () => {
  await client.confirmed()
  const { body } = await client.choose({ PREFERRED_CHALLENGE: 'EMAIL_OTP' })
  const other = await select(body.Session, 'PASSWORD', { PASSWORD: password })
  expect(errorOf(other)).toEqual([400, 'NotAuthorizedException', 'Invalid session for the user.'])
})

test('a factor that is not available is rejected, and the session stays', async () => {
  await client.confirmed()
  const session = await sessionOfChoice()
  for (const factor of ['SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN_MFA']) {
    expect(errorOf(await select(session, factor))).toEqual([
      400,
      'InvalidParameterException',
      'The selected challenge is not available for the user.',
    ])
  }
  expect((await select(session, 'EMAIL_OTP')).body.ChallengeName).toBe('EMAIL_OTP')
})

test('another user cannot answer on the session', async () => {
  await client.confirmed()
  await client.confirmed('max@example.com')
  const session = await sessionOfChoice()
  const responses = { ANSWER: 'PASSWORD', PASSWORD: password }
  const other = await client.respond('SELECT_CHALLENGE', session, responses, 'max@example.com')
  expect(errorOf(other)).toEqual([400, 'NotAuthorizedException', 'Invalid session for the user.'])
})

test('WEB_AUTHN: a cancelled ceremony leaves the session for another factor or the passkey', async () => {
  const { AccessToken } = await client.signedIn()
  const { authenticator, register } = passkeysOf(client, AccessToken)
  await register()
  const preferred = await client.choose({ PREFERRED_CHALLENGE: 'WEB_AUTHN' })
  expect(preferred.body).toMatchObject({
    ChallengeName: 'WEB_AUTHN',
    AvailableChallenges: [...available, 'WEB_AUTHN'],
  })
  const other = await select(preferred.body.Session, 'PASSWORD', { PASSWORD: password })
  expect(other.body.AuthenticationResult.AccessToken).toBeTruthy()
  const chosen = await select(await sessionOfChoice(), 'WEB_AUTHN')
  const CREDENTIAL = JSON.stringify(await authenticator.get(requestOptionsOf(chosen)))
  const tokens = await select(chosen.body.Session, 'WEB_AUTHN', { CREDENTIAL })
  expect(tokens.body.AuthenticationResult.AccessToken).toBeTruthy()
})
