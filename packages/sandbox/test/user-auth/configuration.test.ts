import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, errorOf } from '../support/client.ts'

let client: Client

beforeEach(() => {
  client = createClient(createSandbox())
})

const allow = (...AllowedFirstAuthFactors: string[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
})

const update = (request: object) => client.admin('UpdateUserPool', request)
const setMfa = (request: object) => client.admin('SetUserPoolMfaConfig', request)

const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }
const required = { MfaConfiguration: 'ON', ...app }
const twoFactors = {
  WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
}

const codesExclude = 'EMAIL_OTP and SMS_OTP cannot be first factors while MFA is required.'
const passkeyExcludes =
  'While MFA is required, WEB_AUTHN needs the FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION.'

describe('the default', () => {
  test('is the password alone, without USER_AUTH', async () => {
    const { body } = await client.admin('DescribeUserPool')
    expect(body).toMatchObject({ UserPool: { UserPoolTier: 'ESSENTIALS', ...allow('PASSWORD') } })
    const { body: pool } = await client.control('GET', '/pool')
    expect(pool).toMatchObject({ WebAuthnConfiguration: {} })
    expect(pool).not.toMatchObject({
      ExplicitAuthFlows: expect.arrayContaining(['ALLOW_USER_AUTH']),
    })
  })
})

describe('Passwordless', () => {
  const setPool = (options: object) => client.control('PATCH', '/pool', options)

  test('opens and closes all factors and USER_AUTH', async () => {
    const { body: before } = await client.control('GET', '/pool')
    const { body: open } = await setPool({ Passwordless: true })
    expect(open).toMatchObject({
      ...allow('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'),
      ExplicitAuthFlows: expect.arrayContaining(['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH']),
    })
    expect((await setPool({ Passwordless: true })).body).toEqual(open)
    expect((await setPool({ Passwordless: false })).body).toEqual(before)
  })

  test('leaves what is set beside it', async () => {
    const flows = ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']
    const { body } = await setPool({
      Passwordless: true,
      ExplicitAuthFlows: flows,
      ...allow('PASSWORD', 'WEB_AUTHN'),
    })
    expect(body).toMatchObject({ ExplicitAuthFlows: flows, ...allow('PASSWORD', 'WEB_AUTHN') })
  })

  test('must be true or false', async () => {
    expect((await setPool({ Passwordless: 'yes' })).status).toBe(400)
  })
})

describe('AllowedFirstAuthFactors', () => {
  test('is set by UpdateUserPool', async () => {
    expect((await update(allow('PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'))).status).toBe(200)
    const { body } = await client.admin('DescribeUserPool')
    expect(body).toMatchObject({ UserPool: allow('PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN') })
  })

  test.each([
    ['an authenticator app', allow('PASSWORD', 'SOFTWARE_TOKEN'), /enum value set/],
    ['a passkey alone', allow('WEB_AUTHN'), /together with another first factor/],
    ['nothing', allow(), /at least one factor/],
  ])('cannot be %s', async (_, request, message) => {
    const [status, type, reason] = errorOf(await update(request))
    expect([status, type]).toEqual([400, 'InvalidParameterException'])
    expect(reason).toMatch(message)
  })

  test('needs ESSENTIALS or PLUS besides the password', async () => {
    const unavailable = [
      400,
      'FeatureUnavailableInTierException',
      'Passwordless sign-in requires the feature plan ESSENTIALS or PLUS.',
    ]
    const factors = allow('PASSWORD', 'EMAIL_OTP')
    expect(errorOf(await update({ UserPoolTier: 'LITE', ...factors }))).toEqual(unavailable)
    expect((await update({ UserPoolTier: 'PLUS', ...factors })).status).toBe(200)
    expect(errorOf(await update({ UserPoolTier: 'LITE' }))).toEqual(unavailable)
    expect((await update({ UserPoolTier: 'LITE', ...allow('PASSWORD') })).status).toBe(200)
  })

  test.each(['EMAIL_OTP', 'SMS_OTP'])('MFA ON and %s exclude each other', async (factor) => {
    const excluded = [400, 'InvalidParameterException', codesExclude]
    await setMfa(required)
    expect(errorOf(await update(allow('PASSWORD', factor)))).toEqual(excluded)
    await setMfa({ MfaConfiguration: 'OPTIONAL', ...app })
    expect((await update(allow('PASSWORD', factor))).status).toBe(200)
    expect(errorOf(await setMfa(required))).toEqual(excluded)
  })

  test('MFA ON and WEB_AUTHN exclude each other, unless a passkey counts as two factors', async () => {
    const excluded = [400, 'InvalidParameterException', passkeyExcludes]
    await setMfa(required)
    expect(errorOf(await update(allow('PASSWORD', 'WEB_AUTHN')))).toEqual(excluded)
    await setMfa({ ...required, ...twoFactors })
    expect((await update(allow('PASSWORD', 'WEB_AUTHN'))).status).toBe(200)
    const single = { WebAuthnConfiguration: { FactorConfiguration: 'SINGLE_FACTOR' } }
    expect(errorOf(await setMfa({ ...required, ...single }))).toEqual(excluded)
  })
})

test('WebAuthnConfiguration is read back after it was set, and stays', async () => {
  const get = async () => (await client.admin('GetUserPoolMfaConfig')).body
  expect(await get()).not.toHaveProperty('WebAuthnConfiguration')
  const WebAuthnConfiguration = { RelyingPartyId: 'example.com', UserVerification: 'required' }
  await setMfa({ MfaConfiguration: 'OFF', WebAuthnConfiguration })
  expect(await get()).toMatchObject({ WebAuthnConfiguration })
  await setMfa({ MfaConfiguration: 'OFF' })
  expect(await get()).toMatchObject({ WebAuthnConfiguration })
})
