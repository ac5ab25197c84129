import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'
import { expiredSession, phone, signInWithCode, usedSession } from '../support/passwordless.ts'

let sandbox: Sandbox
let client: Client

beforeEach(() => {
  sandbox = createSandbox({ pool: { Passwordless: true } })
  client = createClient(sandbox)
})

const setPool = async (options: PoolOptionsPatch) =>
  expect((await client.control('PATCH', '/pool', options)).status).toBe(200)

const allow = (...AllowedFirstAuthFactors: readonly ('PASSWORD' | 'SMS_OTP' | 'WEB_AUTHN')[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
})

const signUp = (request: object = {}) => client.send('SignUp', { Username: email, ...request })

const confirm = async (request: object = {}) =>
  client.send('ConfirmSignUp', {
    Username: email,
    ConfirmationCode: await client.lastCode(email),
    ...request,
  })

const signIn = (Session: string, parameters: Record<string, string> = {}) =>
  client.send('InitiateAuth', {
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: email, ...parameters },
    Session,
  })

describe('SignUp without a password', () => {
  test('creates a user who signs in by a code', async () => {
    const { body, status } = await signUp()
    expect(status).toBe(200)
    expect(body).toMatchObject({ UserConfirmed: false, Session: expect.any(String) })
    await confirm()
    expect((await client.choose()).body.AvailableChallenges).toEqual(['EMAIL_OTP'])
    expect((await signInWithCode(client, email)).AuthenticationResult.AccessToken).toBeTruthy()
  })

  const rejected = [
    400,
    'InvalidParameterException',
    "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
  ]

  test.each<[string, PoolOptionsPatch]>([
    ['the pool allows the password alone', allow('PASSWORD')],
    ['the pool allows no code: a passkey cannot be the first', allow('PASSWORD', 'WEB_AUTHN')],
    ['the user has no address for the code', allow('PASSWORD', 'SMS_OTP')],
    ['the feature plan is LITE', { UserPoolTier: 'LITE', ...allow('PASSWORD') }],
  ])('is rejected where %s', async (_, options) => {
    await setPool(options)
    expect(errorOf(await signUp())).toEqual(rejected)
  })

  test('still needs the required attributes', async () => {
    client = createClient(
      createSandbox({
        pool: { Passwordless: true, SchemaAttributes: [{ Name: 'given_name', Required: true }] },
      }),
    )
    expect(errorOf(await signUp())[2]).toMatch(/given_name: The attribute is required/)
  })
})

describe('the Session', () => {
  test('is not there without USER_AUTH', async () => {
    await setPool({ Passwordless: false })
    expect((await client.signUp()).body.Session).toBeUndefined()
    expect((await confirm()).body).toEqual({})
  })

  test.each(['with', 'without'])('leads to the tokens %s that of SignUp', async (_with) => {
    const { body } = await signUp()
    const confirmed = await confirm(_with === 'with' ? { Session: body.Session } : {})
    const { body: tokens } = await signIn(confirmed.body.Session, {
      PREFERRED_CHALLENGE: 'SMS_OTP',
    })
    expect(tokens).toEqual({
      ChallengeParameters: {},
      AuthenticationResult: expect.objectContaining({ RefreshToken: expect.any(String) }),
    })
  })

  test('signs in a user with a password too', async () => {
    await client.signUp()
    const { body } = await signIn((await confirm()).body.Session)
    expect(body.AuthenticationResult.AccessToken).toBeTruthy()
  })

  test('works once, and for AuthSessionValidity', async () => {
    await signUp()
    sandbox.clock.stop()
    const { Session } = (await confirm()).body
    await signIn(Session)
    expect(errorOf(await signIn(Session))).toEqual(usedSession)
    await client.admin('AdminDeleteUser', { Username: email })
    await signUp()
    const { Session: second } = (await confirm()).body
    await client.advance(180_000)
    expect(errorOf(await signIn(second))).toEqual(expiredSession)
  })

  test('of SignUp does not expire before the code', async () => {
    const { Session } = (await signUp()).body
    await client.advance(600_000)
    const confirmed = await confirm({ Session })
    expect((await signIn(confirmed.body.Session)).body.AuthenticationResult).toBeTruthy()
  })

  test('is of one user', async () => {
    const { Session } = (await signUp()).body
    await client.signUp('max@example.com')
    const mismatch = [400, 'NotAuthorizedException', 'Invalid session for the user.']
    const other = {
      Username: 'max@example.com',
      ConfirmationCode: await client.lastCode('max@example.com'),
    }
    expect(errorOf(await confirm({ ...other, Session }))).toEqual(mismatch)
    const { Session: ofMax } = (await confirm(other)).body
    expect(errorOf(await signIn(ofMax))).toEqual(mismatch)
  })

  test('leads to the choice where the code of the medium is not allowed', async () => {
    await client.signUp(email, { UserAttributes: [{ Name: 'phone_number', Value: phone }] })
    const { Session } = (await confirm()).body
    await setPool(allow('PASSWORD', 'SMS_OTP'))
    expect((await signIn(Session)).body).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'SMS_OTP'],
    })
  })

  test('of SignUp alone leads to the choice', async () => {
    const { Session } = (await signUp()).body
    expect((await signIn(Session)).body.ChallengeName).toBe('SELECT_CHALLENGE')
  })
})
