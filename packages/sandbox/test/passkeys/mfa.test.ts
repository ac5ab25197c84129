import { beforeEach, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'
import { passkeyPool, passkeysOf } from '../support/passkeys.ts'

let client: Client
let AccessToken: string

async function begin(FactorConfiguration: Factor = 'MULTI_FACTOR_WITH_USER_VERIFICATION') {
  const pool: PoolOptionsPatch = {
    ...passkeyPool,
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: {},
    WebAuthnConfiguration: { FactorConfiguration },
  }
  client = createClient(createSandbox({ pool }))
  AccessToken = (await client.signedIn()).AccessToken
}

type Factor = 'SINGLE_FACTOR' | 'MULTI_FACTOR_WITH_USER_VERIFICATION'

beforeEach(() => begin())

const prefer = (settings: object) =>
  client.call('SetUserMFAPreference', { AccessToken, ...settings })
const EmailMfaSettings = { Enabled: true }
const WebAuthnMfaSettings = { Enabled: true }
const verification = async () =>
  (await passkeysOf(client, AccessToken).start()).body.CredentialCreationOptions
    .authenticatorSelection?.userVerification

test('a passkey as MFA requires user verification', async () => {
  expect(await verification()).toBe('preferred')
  expect((await prefer({ EmailMfaSettings, WebAuthnMfaSettings })).status).toBe(200)
  expect(await verification()).toBe('required')
  expect((await prefer({ WebAuthnMfaSettings: { Enabled: false } })).status).toBe(200)
  expect(await verification()).toBe('preferred')
})

test('a passkey as MFA needs another method', async () => {
  const alone = [
    400,
    'InvalidParameterException',
    'Passkey MFA needs another activated MFA method of the user.',
  ]
  expect(errorOf(await prefer({ WebAuthnMfaSettings }))).toEqual(alone)
  await prefer({ EmailMfaSettings })
  expect((await prefer({ WebAuthnMfaSettings })).status).toBe(200)
  expect(errorOf(await prefer({ EmailMfaSettings: { Enabled: false } }))).toEqual(alone)
  const none = { EmailMfaSettings: { Enabled: false }, WebAuthnMfaSettings: { Enabled: false } }
  expect((await prefer(none)).status).toBe(200)
})

test('an administrator sets it, too', async () => {
  const settings = { EmailMfaSettings, WebAuthnMfaSettings }
  await client.admin('AdminSetUserMFAPreference', { Username: email, ...settings })
  expect(await verification()).toBe('required')
})

test('a pool with a single factor has no passkeys as MFA', async () => {
  await begin('SINGLE_FACTOR')
  expect(errorOf(await prefer({ EmailMfaSettings, WebAuthnMfaSettings }))).toEqual([
    400,
    'InvalidParameterException',
    'WebAuthnMfaSettings needs the FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION.',
  ])
})

test('SetUserPoolMfaConfig sets what GetUserPoolMfaConfig returns', async () => {
  const WebAuthnConfiguration = {
    RelyingPartyId: 'auth.example.com',
    UserVerification: 'required',
    FactorConfiguration: 'SINGLE_FACTOR',
  }
  const set = await client.admin('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration,
  })
  const got = await client.admin('GetUserPoolMfaConfig')
  expect(set.body).toMatchObject({ WebAuthnConfiguration })
  expect(got.body).toEqual(set.body)
})

test.each(['com', 'https://example.com', '192.168.0.1', 'Example.com', 'example.com:8443'])(
  'the relying party id %s is rejected',
  async (RelyingPartyId) => {
    const request = { MfaConfiguration: 'OFF', WebAuthnConfiguration: { RelyingPartyId } }
    expect(errorOf(await client.admin('SetUserPoolMfaConfig', request))).toEqual([
      400,
      'InvalidParameterException',
      `The relying party ID ${RelyingPartyId} is not a domain, or is a public suffix.`,
    ])
  },
)
