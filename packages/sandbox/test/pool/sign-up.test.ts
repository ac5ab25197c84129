import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'

const hour = 3_600_000
let client: Client

freezeTime()

function withPool(pool: PoolOptionsPatch) {
  client = createClient(createSandbox({ pool }))
}

beforeEach(() => withPool({}))

const wrongCode = async (to: string) => ((await client.lastCode(to)) === '000000' ? '1' : '000000')

describe('SignUp', () => {
  test('sends a code to the outbox', async () => {
    await client.signUp()
    const [message] = await client.outbox(email)
    expect(message).toEqual({
      id: expect.any(String),
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      medium: 'EMAIL',
      to: email,
      username: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'signUp',
      code: expect.stringMatching(/^\d{6}$/),
      body: `Your confirmation code is ${message?.code}`,
    })
  })

  test('rejects a taken e-mail in any case', async () => {
    await client.signUp()
    const again = await client.signUp('Jane@Example.com')
    expect(errorOf(again)).toEqual([
      400,
      'UsernameExistsException',
      'An account with the given email already exists.',
    ])
  })

  test('rejects a taken username', async () => {
    withPool({ UsernameAttributes: [] })
    await client.signUp('jane')
    const again = await client.signUp('JANE')
    expect(errorOf(again)).toEqual([400, 'UsernameExistsException', 'User already exists'])
  })

  test('distinguishes usernames by case if the pool does', async () => {
    withPool({ UsernameAttributes: [], UsernameConfiguration: { CaseSensitive: true } })
    await client.signUp('jane')
    expect((await client.signUp('JANE')).status).toBe(200)
  })

  test.each([
    ['Aa1!', 'Password not long enough'],
    ['passw0rd!', 'Password must have uppercase characters'],
    ['PASSW0RD!', 'Password must have lowercase characters'],
    ['Password!', 'Password must have numeric characters'],
    ['Passw0rds', 'Password must have symbol characters'],
  ])('rejects the password %s', async (Password, reason) => {
    const answer = await client.signUp(email, { Password })
    expect(errorOf(answer)).toEqual([
      400,
      'InvalidPasswordException',
      `Password does not conform to policy: ${reason}`,
    ])
  })

  test('follows a looser policy', async () => {
    withPool({
      Policies: {
        PasswordPolicy: { MinimumLength: 6, RequireSymbols: false, RequireUppercase: false },
      },
    })
    expect((await client.signUp(email, { Password: 'abc123' })).status).toBe(200)
  })

  const attribute = (Name: string, Value: string) => ({ UserAttributes: [{ Name, Value }] })

  test.each<[PoolOptionsPatch, string, object, string]>([
    [{}, 'jane', {}, 'Username should be an email.'],
    [{ UsernameAttributes: ['phone_number'] }, email, {}, 'Username should be a phone number.'],
    [
      { UsernameAttributes: ['email', 'phone_number'] },
      'jane',
      {},
      'Username should be either an email or a phone number.',
    ],
    [
      { UsernameAttributes: [], AliasAttributes: ['email'] },
      email,
      {},
      'Username cannot be of email format, since user pool is configured for email alias.',
    ],
    [{}, email, attribute('phone_number', '0123'), 'Invalid phone number format.'],
    [
      { UsernameAttributes: [] },
      'jane',
      attribute('email', 'jane@'),
      'Invalid email address format.',
    ],
    [
      {},
      email,
      attribute('custom:size', 'M'),
      'Attributes did not conform to the schema: custom:size: Attribute does not exist in the schema.\n',
    ],
    [
      { SchemaAttributes: [{ Name: 'preferred_username', Required: true }] },
      email,
      {},
      'Attributes did not conform to the schema: preferred_username: The attribute is required\n',
    ],
  ])('%j rejects %s with %j', async (pool, Username, request, message) => {
    withPool(pool)
    const answer = await client.signUp(Username, request)
    expect(errorOf(answer)).toEqual([400, 'InvalidParameterException', message])
  })

  test.each(['email_verified', 'sub'])('rejects to have %s written', async (name) => {
    expect(errorOf(await client.signUp(email, attribute(name, 'true')))).toEqual([
      400,
      'NotAuthorizedException',
      'A client attempted to write unauthorized attribute',
    ])
  })

  test('keeps declared custom attributes', async () => {
    withPool({ SchemaAttributes: [{ Name: 'size' }, { Name: 'custom:team' }] })
    const UserAttributes = [
      { Name: 'custom:size', Value: 'M' },
      { Name: 'custom:team', Value: 'red' },
    ]
    expect((await client.signUp(email, { UserAttributes })).status).toBe(200)
    const { body } = await client.admin('AdminGetUser', { Username: email })
    expect(body.UserAttributes).toEqual(expect.arrayContaining(UserAttributes))
  })

  test('is rejected if only administrators create users', async () => {
    withPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })
    expect(errorOf(await client.signUp())).toEqual([
      400,
      'NotAuthorizedException',
      'SignUp is not permitted for this user pool',
    ])
  })

  test('prefers SMS when both can be verified, and masks the number', async () => {
    withPool({ AutoVerifiedAttributes: ['email', 'phone_number'] })
    const { body } = await client.signUp(email, attribute('phone_number', '+12065550839'))
    expect(body).toMatchObject({
      CodeDeliveryDetails: {
        AttributeName: 'phone_number',
        DeliveryMedium: 'SMS',
        Destination: '+*******0839',
      },
    })
    expect((await client.outbox('+12065550839'))[0]?.medium).toBe('SMS')
  })

  test('sends nothing if nothing is verified', async () => {
    withPool({ AutoVerifiedAttributes: [] })
    const { body } = await client.signUp()
    expect(Object.keys(body)).toEqual(['UserConfirmed', 'UserSub'])
    expect(await client.outbox()).toEqual([])
  })
})

describe('ConfirmSignUp', () => {
  const confirm = (ConfirmationCode: string, Username = email, request = {}) =>
    client.send('ConfirmSignUp', { Username, ConfirmationCode, ...request })

  const mismatch = [
    400,
    'CodeMismatchException',
    'Invalid verification code provided, please try again.',
  ]
  const expired = [
    400,
    'ExpiredCodeException',
    'Invalid code provided, please request a code again.',
  ]
  const limited = [
    400,
    'LimitExceededException',
    'Attempt limit exceeded, please try after some time.',
  ]

  test('rejects a wrong code, then takes the right one', async () => {
    await client.signUp()
    expect(errorOf(await confirm(await wrongCode(email)))).toEqual(mismatch)
    expect((await confirm(await client.lastCode(email))).status).toBe(200)
  })

  test('rejects a code a day old', async () => {
    await client.signUp()
    await client.advance(24 * hour - 1000)
    expect(errorOf(await confirm(await wrongCode(email)))).toEqual(mismatch)
    await client.advance(1000)
    expect(errorOf(await confirm(await client.lastCode(email)))).toEqual(expired)
  })

  test('rejects more than five wrong codes an hour', async () => {
    await client.signUp()
    const wrong = await wrongCode(email)
    for (let i = 0; i < 5; i++) expect(errorOf(await confirm(wrong))).toEqual(mismatch)
    const code = await client.lastCode(email)
    expect(errorOf(await confirm(code))).toEqual(limited)
    await client.advance(hour)
    expect((await confirm(code)).status).toBe(200)
  })

  test('rejects a user who is confirmed', async () => {
    await client.confirmed()
    expect(errorOf(await confirm('123456'))).toEqual([
      400,
      'NotAuthorizedException',
      'User cannot be confirmed. Current status is CONFIRMED',
    ])
  })

  test('does not reveal who exists by default', async () => {
    expect(errorOf(await confirm('123456', 'unknown@example.com'))).toEqual(expired)
    withPool({ PreventUserExistenceErrors: 'LEGACY' })
    expect(errorOf(await confirm('123456', 'unknown@example.com'))).toEqual([
      400,
      'UserNotFoundException',
      'Username/client id combination not found.',
    ])
  })

  test('gives an alias to one user, and moves it only when forced', async () => {
    withPool({ UsernameAttributes: [], AliasAttributes: ['email'] })
    const UserAttributes = [{ Name: 'email', Value: email }]
    await client.signUp('first', { UserAttributes })
    await confirm(await client.lastCode(email), 'first')
    expect((await client.signInWithPassword(email)).status).toBe(200)

    await client.signUp('second', { UserAttributes, Password: 'An0ther-one' })
    const code = await client.lastCode(email)
    expect(errorOf(await confirm(code, 'second'))).toEqual([
      400,
      'AliasExistsException',
      'An account with the email already exists.',
    ])
    expect((await confirm(code, 'second', { ForceAliasCreation: true })).status).toBe(200)
    expect((await client.signInWithPassword(email)).status).toBe(400)
    expect((await client.signInWithPassword(email, 'An0ther-one')).status).toBe(200)
    expect((await client.signInWithPassword('first', password)).status).toBe(200)
  })

  test('an e-mail that is not verified is no alias', async () => {
    withPool({ UsernameAttributes: [], AliasAttributes: ['email', 'preferred_username'] })
    await client.signUp('jane', {
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'preferred_username', Value: 'jj' },
      ],
    })
    await client.admin('AdminConfirmSignUp', { Username: 'jane' })
    expect((await client.signInWithPassword(email)).body.message).toBe(
      'Incorrect username or password.',
    )
    expect((await client.signInWithPassword('jj')).status).toBe(200)
  })
})

describe('ResendConfirmationCode', () => {
  const resend = (Username = email) => client.send('ResendConfirmationCode', { Username })
  const details = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'j***@e***' }

  test('replaces the code', async () => {
    await client.signUp()
    expect((await resend()).body).toEqual({ CodeDeliveryDetails: details })
    const [second, first] = await client.outbox(email)
    expect([second?.kind, first?.kind]).toEqual(['resendCode', 'signUp'])
    if (first?.code !== second?.code) {
      const old = { Username: email, ConfirmationCode: first?.code }
      expect((await client.send('ConfirmSignUp', old)).status).toBe(400)
    }
    const latest = { Username: email, ConfirmationCode: second?.code }
    expect((await client.send('ConfirmSignUp', latest)).status).toBe(200)
  })

  test('is limited to five an hour', async () => {
    await client.signUp()
    for (let i = 0; i < 5; i++) expect((await resend()).status).toBe(200)
    expect(errorOf(await resend())).toEqual([
      400,
      'LimitExceededException',
      'Attempt limit exceeded, please try after some time.',
    ])
    await client.advance(hour)
    expect((await resend()).status).toBe(200)
  })

  test('rejects a user who is confirmed', async () => {
    await client.confirmed()
    expect(errorOf(await resend())).toEqual([
      400,
      'InvalidParameterException',
      'User is already confirmed.',
    ])
  })

  test('pretends to send to an unknown user by default', async () => {
    expect((await resend('jo@ex.com')).body).toEqual({ CodeDeliveryDetails: details })
    expect(await client.outbox()).toEqual([])
    withPool({ PreventUserExistenceErrors: 'LEGACY' })
    expect(errorOf(await resend('jo@ex.com'))).toEqual([
      400,
      'UserNotFoundException',
      'Username/client id combination not found.',
    ])
  })

  test('rejects if there is nothing to verify', async () => {
    withPool({ AutoVerifiedAttributes: [] })
    await client.signUp()
    expect(errorOf(await resend())).toEqual([
      400,
      'InvalidParameterException',
      'Auto verification not turned on.',
    ])
  })
})
