import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'

const hour = 3_600_000
const newPassword = 'Br4nd-new!'
const phone = '+12065550839'
let client: Client

freezeTime()

function withPool(pool: PoolOptionsPatch) {
  client = createClient(createSandbox({ pool }))
}

beforeEach(() => withPool({}))

const forgot = (Username = email) => client.send('ForgotPassword', { Username })

const confirm = (ConfirmationCode: string, Password = newPassword, Username = email) =>
  client.send('ConfirmForgotPassword', { Username, ConfirmationCode, Password })

const confirmWithCode = async () => confirm(await client.lastCode(email))

const wrongCode = async () => ((await client.lastCode(email)) === '000000' ? '1' : '000000')

async function statusOf(Username = email) {
  const { body } = await client.admin('AdminGetUser', { Username })
  return 'UserStatus' in body && body.UserStatus
}

const limited = [
  400,
  'LimitExceededException',
  'Attempt limit exceeded, please try after some time.',
]
const mismatch = [
  400,
  'CodeMismatchException',
  'Invalid verification code provided, please try again.',
]
const expired = [400, 'ExpiredCodeException', 'Invalid code provided, please request a code again.']
const noContact = [
  400,
  'InvalidParameterException',
  'Cannot reset password for the user as there is no registered/verified email or phone_number',
]
const wrongState = [
  400,
  'NotAuthorizedException',
  'User password cannot be reset in the current state.',
]
const notFound = [400, 'UserNotFoundException', 'Username/client id combination not found.']
const disabled = [400, 'NotAuthorizedException', 'User is disabled.']
const details = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'j***@e***' }

describe('ForgotPassword', () => {
  test('sends a code to the verified e-mail', async () => {
    await client.confirmed()
    expect((await forgot()).body).toEqual({ CodeDeliveryDetails: details })
    const [message] = await client.outbox(email)
    expect(message).toMatchObject({
      kind: 'forgotPassword',
      medium: 'EMAIL',
      code: expect.stringMatching(/^\d{6}$/),
      body: `Your password reset code is ${message?.code}`,
    })
  })

  describe('if both contacts are verified', () => {
    beforeEach(async () => {
      await client.confirmed()
      const UserAttributes = [
        { Name: 'phone_number', Value: phone },
        { Name: 'phone_number_verified', Value: 'true' },
      ]
      await client.admin('AdminUpdateUserAttributes', { Username: email, UserAttributes })
    })

    const recovery = (...names: string[]) =>
      client.control('PATCH', '/pool', {
        AccountRecoverySetting: {
          RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })),
        },
      })

    const medium = async () => {
      await forgot()
      return (await client.outbox())[0]?.medium
    }

    test('prefers the phone without a setting', async () => {
      expect(await medium()).toBe('SMS')
    })

    test('follows AccountRecoverySetting', async () => {
      await recovery('verified_email', 'verified_phone_number')
      expect(await medium()).toBe('EMAIL')
      await recovery('verified_phone_number', 'verified_email')
      expect(await medium()).toBe('SMS')
      await recovery('verified_email')
      expect(await medium()).toBe('EMAIL')
    })

    test('is rejected if only administrators reset', async () => {
      await recovery('admin_only')
      expect(errorOf(await forgot())).toEqual([
        400,
        'NotAuthorizedException',
        'Contact administrator to reset password.',
      ])
    })

    test('takes no phone by the setting that the user does not have verified', async () => {
      await recovery('verified_phone_number')
      const UserAttributes = [{ Name: 'phone_number_verified', Value: 'false' }]
      await client.admin('AdminUpdateUserAttributes', { Username: email, UserAttributes })
      expect(errorOf(await forgot())).toEqual(noContact)
    })
  })

  test('rejects a user without a verified contact, as one who is not confirmed', async () => {
    await client.signUp()
    expect(errorOf(await forgot())).toEqual(noContact)
    expect(await client.outbox()).toHaveLength(1)
  })

  test('rejects a user with a temporary password', async () => {
    await client.admin('AdminCreateUser', { Username: email, MessageAction: 'SUPPRESS' })
    expect(errorOf(await forgot())).toEqual(wrongState)
  })

  test('pretends to send to an unknown or disabled user by default', async () => {
    await client.confirmed()
    await client.admin('AdminDisableUser', { Username: email })
    const sent = await client.outbox()
    expect((await forgot()).body).toEqual({ CodeDeliveryDetails: details })
    expect((await forgot('jo@ex.com')).body).toEqual({ CodeDeliveryDetails: details })
    expect(await client.outbox()).toEqual(sent)
    await client.control('PATCH', '/pool', { PreventUserExistenceErrors: 'LEGACY' })
    expect(errorOf(await forgot('jo@ex.com'))).toEqual(notFound)
    expect(errorOf(await forgot())).toEqual(disabled)
  })

  test.each([email, 'jo@ex.com'])('is limited to five an hour for %s', async (username) => {
    await client.confirmed()
    for (let i = 0; i < 5; i++) expect((await forgot(username)).status).toBe(200)
    expect(errorOf(await forgot(username))).toEqual(limited)
    await client.advance(hour)
    expect((await forgot(username)).status).toBe(200)
  })
})

describe('ConfirmForgotPassword', () => {
  beforeEach(async () => {
    await client.confirmed()
    await forgot()
  })

  test('takes the newest code only', async () => {
    const old = await client.lastCode(email)
    await forgot()
    const code = await client.lastCode(email)
    if (old !== code) expect(errorOf(await confirm(old))).toEqual(mismatch)
    expect((await confirm(code)).status).toBe(200)
  })

  test('rejects a code an hour old', async () => {
    await client.advance(hour - 1)
    expect(errorOf(await confirm(await wrongCode()))).toEqual(mismatch)
    await client.advance(1)
    expect(errorOf(await confirmWithCode())).toEqual(expired)
  })

  test('rejects the right code after five wrong ones, for an hour', async () => {
    const wrong = await wrongCode()
    for (let i = 0; i < 5; i++) expect(errorOf(await confirm(wrong))).toEqual(mismatch)
    expect(errorOf(await confirmWithCode())).toEqual(limited)
    await client.advance(hour)
    await forgot()
    expect((await confirmWithCode()).status).toBe(200)
  })

  test('ends a lockout, but no session', async () => {
    const { AccessToken, RefreshToken } = (await client.signInWithPassword(email)).body
      .AuthenticationResult
    for (let i = 0; i < 6; i++) await client.signInWithPassword(email, 'Wr0ng-pass')
    await confirmWithCode()
    expect((await client.signInWithPassword(email, newPassword)).status).toBe(200)
    expect((await client.call('GetUser', { AccessToken })).status).toBe(200)
    const refresh = await client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken })
    expect(refresh.status).toBe(200)
  })

  test('a code is void when its address changes', async () => {
    const code = await client.lastCode(email)
    const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }]
    await client.admin('AdminUpdateUserAttributes', { Username: email, UserAttributes })
    expect(errorOf(await confirm(code, newPassword, 'new@example.com'))).toEqual(expired)
  })

  test('does not reveal who exists by default', async () => {
    expect(errorOf(await confirm('123456', newPassword, 'jo@ex.com'))).toEqual(mismatch)
    await client.admin('AdminDisableUser', { Username: email })
    expect(errorOf(await confirmWithCode())).toEqual(mismatch)
    await client.control('PATCH', '/pool', { PreventUserExistenceErrors: 'LEGACY' })
    expect(errorOf(await confirm('123456', newPassword, 'jo@ex.com'))).toEqual(notFound)
    expect(errorOf(await confirmWithCode())).toEqual(disabled)
  })
})

describe('AdminResetUserPassword', () => {
  const reset = () => client.admin('AdminResetUserPassword', { Username: email })

  test('requires a new password, which the code sets', async () => {
    await client.confirmed()
    expect((await reset()).body).toEqual({})
    expect(await statusOf()).toBe('RESET_REQUIRED')
    expect((await client.outbox(email))[0]?.kind).toBe('forgotPassword')
    expect(errorOf(await client.signInWithPassword(email))).toEqual([
      400,
      'PasswordResetRequiredException',
      'Password reset required for the user',
    ])
    expect((await confirmWithCode()).status).toBe(200)
    expect(await statusOf()).toBe('CONFIRMED')
    expect((await client.signInWithPassword(email, newPassword)).status).toBe(200)
  })

  test('another code can be requested', async () => {
    await client.confirmed()
    await reset()
    expect((await forgot()).status).toBe(200)
    expect((await confirmWithCode()).status).toBe(200)
  })

  test('an administrator may set the password instead', async () => {
    await client.confirmed()
    await reset()
    const code = await client.lastCode(email)
    const request = { Username: email, Password: newPassword, Permanent: true }
    await client.admin('AdminSetUserPassword', request)
    expect(await statusOf()).toBe('CONFIRMED')
    expect(errorOf(await confirm(code))).toEqual(expired)
  })

  test('rejects a user without a password or contact, and an unknown user', async () => {
    expect(errorOf(await reset())).toEqual([400, 'UserNotFoundException', 'User does not exist.'])
    await client.signUp()
    expect(errorOf(await reset())).toEqual(wrongState)
    await client.admin('AdminConfirmSignUp', { Username: email })
    expect(errorOf(await reset())).toEqual(noContact)
    expect(await statusOf()).toBe('CONFIRMED')
  })
})
