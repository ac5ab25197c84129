import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { passkeysOf, requestOptionsOf } from '../support/passkeys.ts'
import { createReachable, signInWithCode } from '../support/passwordless.ts'

const passwords = ['PASSWORD_SRP', 'PASSWORD']
const all = [...passwords, 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

let client: Client

beforeEach(() => {
  client = createClient(createSandbox({ pool: { Passwordless: true } }))
})

const setPool = async (options: PoolOptionsPatch) =>
  expect((await client.control('PATCH', '/pool', options)).status).toBe(200)

const offered = async () => (await client.choose()).body.AvailableChallenges

const mfa: PoolOptionsPatch = {
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: {},
}
const twoFactors: PoolOptionsPatch = {
  WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
}
const allow = (
  ...AllowedFirstAuthFactors: readonly ('PASSWORD' | 'EMAIL_OTP' | 'WEB_AUTHN')[]
) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
})

/** A user with a password, both contacts and a passkey. */
async function createComplete() {
  await createReachable(client, email)
  await client.admin('AdminSetUserPassword', {
    Username: email,
    Password: password,
    Permanent: true,
  })
  const { AccessToken } = (await client.signInWithPassword(email)).body.AuthenticationResult
  const user = passkeysOf(client, AccessToken)
  await user.register()
  return { ...user, AccessToken }
}

const prefer = (settings: object) =>
  client.admin('AdminSetUserMFAPreference', { Username: email, ...settings })

/** E-mail as the second factor. It needs a verified address. */
async function preferEmail() {
  await client.admin('AdminUpdateUserAttributes', {
    Username: email,
    UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
  })
  expect((await prefer({ EmailMfaSettings: { Enabled: true } })).status).toBe(200)
}

test('a user with everything is offered all factors', async () => {
  await createComplete()
  expect(await offered()).toEqual(all)
})

test('only factors that the pool allows are offered, and the password always', async () => {
  await createComplete()
  await setPool(allow('PASSWORD'))
  expect(await offered()).toEqual(passwords)
  await setPool(allow('EMAIL_OTP'))
  expect(await offered()).toEqual([...passwords, 'EMAIL_OTP'])
})

test('a temporary password must be replaced first', async () => {
  await client.admin('AdminCreateUser', {
    Username: email,
    TemporaryPassword: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  expect(await offered()).toEqual(passwords)
  const { body } = await client.choose({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
  expect(body.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
})

test('a deleted passkey is not offered', async () => {
  const { list, remove } = await createComplete()
  const [passkey] = (await list()).body.Credentials
  await remove(passkey?.CredentialId ?? '')
  expect(await offered()).toEqual([...passwords, 'EMAIL_OTP', 'SMS_OTP'])
})

describe('with MFA OPTIONAL', () => {
  beforeEach(() => setPool({ ...mfa, MfaConfiguration: 'OPTIONAL' }))

  test('a user without a second factor is offered all, and is signed in by a code alone', async () => {
    await createComplete()
    expect(await offered()).toEqual(all)
    expect((await signInWithCode(client, email)).AuthenticationResult.AccessToken).toBeTruthy()
  })

  test('a user with a second factor is offered the password alone, and MFA follows', async () => {
    await createComplete()
    await preferEmail()
    expect(await offered()).toEqual(passwords)
    const { body } = await client.choose({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
    expect(body.ChallengeName).toBe('EMAIL_OTP')
    const EMAIL_OTP_CODE = await client.lastCode(email)
    const { body: tokens } = await client.respond('EMAIL_OTP', body.Session, { EMAIL_OTP_CODE })
    expect(tokens.AuthenticationResult.AccessToken).toBeTruthy()
  })

  test('a passkey that counts as two factors is offered too', async () => {
    const { authenticator } = await createComplete()
    await preferEmail()
    await setPool(twoFactors)
    expect(await offered()).toEqual(passwords)
    await prefer({ WebAuthnMfaSettings: { Enabled: true } })
    expect(await offered()).toEqual([...passwords, 'WEB_AUTHN'])
    const challenge = await client.choose({ PREFERRED_CHALLENGE: 'WEB_AUTHN' })
    const options = requestOptionsOf(challenge)
    expect(options.userVerification).toBe('required')
    const CREDENTIAL = JSON.stringify(await authenticator.get(options))
    const { body } = await client.respond('WEB_AUTHN', challenge.body.Session, { CREDENTIAL })
    expect(body.AuthenticationResult.AccessToken).toBeTruthy()
    await setPool({ WebAuthnConfiguration: { FactorConfiguration: 'SINGLE_FACTOR' } })
    expect(await offered()).toEqual(passwords)
  })
})

describe('with MFA ON', () => {
  beforeEach(createComplete)

  test('only the password is offered', async () => {
    await setPool({ ...mfa, ...allow('PASSWORD'), MfaConfiguration: 'ON' })
    expect(await offered()).toEqual(passwords)
  })

  test('and a passkey that counts as two factors, to those who turned that on', async () => {
    await setPool({
      ...mfa,
      ...allow('PASSWORD', 'WEB_AUTHN'),
      ...twoFactors,
      MfaConfiguration: 'ON',
    })
    expect(await offered()).toEqual(passwords)
    await preferEmail()
    await prefer({ WebAuthnMfaSettings: { Enabled: true } })
    expect(await offered()).toEqual([...passwords, 'WEB_AUTHN'])
  })
})

describe('WebAuthnMfaSettings', () => {
  const enable = { WebAuthnMfaSettings: { Enabled: true } }

  beforeEach(async () => {
    await setPool({ ...mfa, MfaConfiguration: 'OPTIONAL' })
    await createComplete()
  })

  test('needs a pool where a passkey counts as two factors', async () => {
    await preferEmail()
    expect(errorOf(await prefer(enable))).toEqual([
      400,
      'InvalidParameterException',
      'WebAuthnMfaSettings needs the FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION.',
    ])
  })

  test('needs another second factor, also later', async () => {
    await setPool(twoFactors)
    const alone = [
      400,
      'InvalidParameterException',
      'Passkey MFA needs another activated MFA method of the user.',
    ]
    expect(errorOf(await prefer(enable))).toEqual(alone)
    await preferEmail()
    expect((await prefer(enable)).status).toBe(200)
    expect(errorOf(await prefer({ EmailMfaSettings: { Enabled: false } }))).toEqual(alone)
    const off = { EmailMfaSettings: { Enabled: false }, WebAuthnMfaSettings: { Enabled: false } }
    expect((await prefer(off)).status).toBe(200)
  })
})
