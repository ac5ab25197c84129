import { beforeEach, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, errorOf } from '../support/client.ts'
import { appOrigin, passkeyPool, passkeysOf } from '../support/passkeys.ts'

let sandbox: Sandbox
let client: Client
let token: string
let user: ReturnType<typeof passkeysOf>

beforeEach(async () => {
  sandbox = createSandbox({ pool: passkeyPool })
  client = createClient(sandbox)
  token = (await client.signedIn()).AccessToken
  user = passkeysOf(client, token)
})

const webAuthn = (WebAuthnConfiguration: PoolOptionsPatch['WebAuthnConfiguration']) =>
  client.control('PATCH', '/pool', { WebAuthnConfiguration })

const typeOf = ({ body }: { body: { __type?: string } }) => body.__type

test('StartWebAuthnRegistration returns the options for the browser', async () => {
  const { body } = await user.start()
  const { username, sub } = ((await client.control('GET', '/users')).body as Users)[0] ?? {}
  expect(body.CredentialCreationOptions).toEqual({
    authenticatorSelection: {
      requireResidentKey: true,
      residentKey: 'required',
      userVerification: 'preferred',
    },
    challenge: expect.stringMatching(/^[\w-]{43}$/),
    excludeCredentials: [],
    pubKeyCredParams: [
      { alg: -7, type: 'public-key' },
      { alg: -257, type: 'public-key' },
    ],
    rp: { id: 'localhost', name: 'localhost' },
    timeout: 60_000,
    user: {
      displayName: username,
      id: Buffer.from(sub ?? '').toString('base64url'),
      name: username,
    },
  })
})

type Users = readonly { username: string; sub: string; passkeys: readonly object[] }[]

test.each(['ES256', 'RS256'] as const)('a passkey with %s is registered', async (algorithm) => {
  const { authenticator, ...own } = passkeysOf(client, token, { algorithms: [algorithm] })
  expect(await own.register()).toMatchObject({ status: 200, body: {} })
  const { body } = await own.list()
  expect(body).toEqual({
    Credentials: [
      {
        CredentialId: authenticator.credentials[0]?.id,
        FriendlyCredentialName: 'Platform passkey',
        RelyingPartyId: 'localhost',
        AuthenticatorAttachment: 'platform',
        AuthenticatorTransports: ['internal'],
        CreatedAt: expect.any(Number),
      },
    ],
  })
  expect(Math.abs((body.Credentials[0]?.CreatedAt ?? 0) - Date.now() / 1000)).toBeLessThan(10)
})

test('a passkey with ES384 is rejected', async () => {
  expect(errorOf(await user.register({ algorithm: 'ES384' }))).toEqual([
    400,
    'WebAuthnCredentialNotSupportedException',
    'The algorithm of the passkey is neither ES256 nor RS256.',
  ])
  expect((await user.list()).body.Credentials).toEqual([])
})

test('the name of a passkey comes from its authenticator', async () => {
  const roaming = { attachment: 'cross-platform', transports: ['usb', 'nfc'] } as const
  await passkeysOf(client, token, roaming).register()
  await passkeysOf(client, token, { aaguid: 'bada5566-a7aa-401f-bd96-45619a55120d' }).register()
  const { Credentials } = (await user.list()).body
  expect(Credentials).toMatchObject([
    { FriendlyCredentialName: 'Roaming passkey', AuthenticatorTransports: ['usb', 'nfc'] },
    { FriendlyCredentialName: '1Password' },
  ])
})

test('CreatedAt has fractions of a second', async () => {
  await client.control('POST', '/clock', { stop: true, advanceMs: 250 })
  const { now } = (await client.advance(999 - (Date.now() % 1000))).body as { now: number }
  await user.register()
  expect((await user.list()).body.Credentials[0]?.CreatedAt).toBe(now / 1000)
})

test('a registered passkey is excluded', async () => {
  await user.register()
  const { CredentialCreationOptions } = (await user.start()).body
  const [credential] = user.authenticator.credentials
  expect(CredentialCreationOptions.excludeCredentials).toEqual([
    { id: credential?.id, type: 'public-key' },
  ])
  await expect(user.authenticator.create(CredentialCreationOptions)).rejects.toMatchObject({
    name: 'InvalidStateError',
  })
})

test.each(['https://localhost:8443', 'http://app.localhost:5173'])(
  'the origin %s belongs to localhost',
  async (origin) => {
    expect((await user.register({ origin })).status).toBe(200)
  },
)

test.each([
  'https://evil.example',
  'http://127.0.0.1:5173',
  'https://notlocalhost',
  'http://localhost.evil.example',
  'null',
  `${appOrigin}/path`,
])('the origin %s is rejected', async (origin) => {
  expect(typeOf(await user.register({ origin }))).toBe('WebAuthnOriginNotAllowedException')
})

test('a domain needs https', async () => {
  await webAuthn({ RelyingPartyId: 'example.com' })
  const origin = 'https://app.example.com'
  const own = passkeysOf(client, token, { origin })
  expect((await own.start()).body.CredentialCreationOptions.rp.id).toBe('example.com')
  for (const wrong of ['http://app.example.com', 'https://example.com.evil.example', appOrigin]) {
    expect(typeOf(await own.register({ origin: wrong }))).toBe('WebAuthnOriginNotAllowedException')
  }
  expect((await own.register()).status).toBe(200)
})

test('another relying party is rejected', async () => {
  expect(typeOf(await user.register({ rpId: 'example.com' }))).toBe(
    'WebAuthnRelyingPartyMismatchException',
  )
})

test('a challenge is valid for five minutes, once, and for its user', async () => {
  const { authenticator, complete } = user
  const notFound = 'WebAuthnChallengeNotFoundException'
  const startWith = async () => (await user.start()).body.CredentialCreationOptions

  const used = await authenticator.create(await startWith())
  expect((await complete(used)).status).toBe(200)
  expect(typeOf(await complete(used))).toBe(notFound)

  const unknown = await authenticator.create(await startWith(), { challenge: 'AAAA' }).catch(String)
  expect(unknown).toBe('InvalidStateError: The user has a passkey here.')
  const fresh = passkeysOf(client, token)
  expect(typeOf(await fresh.register({ challenge: 'AAAA' }))).toBe(notFound)

  const foreign = await fresh.authenticator.create(await startWith())
  const other = (await client.signedIn('joe@example.com')).AccessToken
  expect(typeOf(await complete(foreign, other))).toBe(notFound)
  expect((await complete(foreign)).status).toBe(200)

  const late = passkeysOf(client, token)
  const inTime = await late.authenticator.create(await startWith())
  const tooLate = await passkeysOf(client, token).authenticator.create(await startWith())
  await client.advance(5 * 60_000 - 2000)
  expect((await complete(inTime)).status).toBe(200)
  await client.advance(2000)
  expect(typeOf(await complete(tooLate))).toBe(notFound)
})

test('a failed attempt leaves the challenge valid', async () => {
  const { CredentialCreationOptions } = (await user.start()).body
  const { authenticator, complete } = user
  const wrong = await authenticator.create(CredentialCreationOptions, {
    origin: 'https://a.example',
  })
  expect(typeOf(await complete(wrong))).toBe('WebAuthnOriginNotAllowedException')
  expect((await complete(await authenticator.create(CredentialCreationOptions))).status).toBe(200)
})

test('required user verification is checked', async () => {
  await webAuthn({ UserVerification: 'required' })
  const { CredentialCreationOptions } = (await user.start()).body
  expect(CredentialCreationOptions.authenticatorSelection?.userVerification).toBe('required')
  expect(errorOf(await user.register({ isUserVerified: false }))).toEqual([
    400,
    'WebAuthnCredentialNotSupportedException',
    'The authenticator did not verify the user.',
  ])
  expect((await user.register()).status).toBe(200)
})

test('preferred user verification is optional', async () => {
  expect((await user.register({ isUserVerified: false })).status).toBe(200)
})

test('the signature of an attestation is verified', async () => {
  const own = passkeysOf(client, token, { attestation: 'packed' })
  expect(typeOf(await own.register({ isSignatureWrong: true }))).toBe('InvalidParameterException')
  expect((await own.register()).status).toBe(200)
})

test.each([
  ['no object', 'text'],
  ['an empty object', {}],
  ['no base64url', { clientDataJSON: '%%%' }],
  ['no client data', { clientDataJSON: 'AAAA' }],
  ['no attestation', { attestationObject: 'AAAA' }],
])('a credential that is %s is rejected', async (_, broken) => {
  const { body } = await user.start()
  const credential = await user.authenticator.create(body.CredentialCreationOptions)
  const sent =
    typeof broken === 'string' || Object.keys(broken).length === 0
      ? broken
      : { ...credential, response: { ...credential.response, ...broken } }
  expect(typeOf(await user.complete(sent))).toBe('InvalidParameterException')
})

test('an id that another user has is rejected', async () => {
  const { body } = await user.start()
  const credential = await user.authenticator.create(body.CredentialCreationOptions)
  await user.complete(credential)
  const other = (await client.signedIn('joe@example.com')).AccessToken
  const { CredentialCreationOptions } = (await passkeysOf(client, other).start()).body
  const clientData = { type: 'webauthn.create', challenge: CredentialCreationOptions.challenge }
  const clientDataJSON = Buffer.from(JSON.stringify({ ...clientData, origin: appOrigin }))
  const stolen = {
    ...credential,
    response: { ...credential.response, clientDataJSON: clientDataJSON.toString('base64url') },
  }
  expect(typeOf(await user.complete(stolen, other))).toBe('InvalidParameterException')
})

test('a user has at most 20 passkeys', async () => {
  const open = await user.start()
  for (let count = 0; count < 20; count += 1) {
    expect((await passkeysOf(client, token).register()).status).toBe(200)
  }
  expect(typeOf(await user.start())).toBe('LimitExceededException')
  const late = await user.authenticator.create(open.body.CredentialCreationOptions)
  expect(typeOf(await user.complete(late))).toBe('LimitExceededException')

  const first = (await user.list({ MaxResults: 15 })).body
  const rest = (await user.list({ MaxResults: 15, NextToken: first.NextToken })).body
  expect([first.Credentials.length, rest.Credentials.length]).toEqual([15, 5])
  expect(rest.NextToken).toBeUndefined()
  await user.remove(first.Credentials[0]?.CredentialId ?? '')
  expect((await user.start()).status).toBe(200)
})

test('a passkey is deleted once', async () => {
  await user.register()
  const [credential] = (await user.list()).body.Credentials
  expect((await user.remove(credential?.CredentialId ?? '')).status).toBe(200)
  expect((await user.list()).body.Credentials).toEqual([])
  expect(errorOf(await user.remove(credential?.CredentialId ?? ''))).toEqual([
    400,
    'ResourceNotFoundException',
    'The passkey does not exist.',
  ])
})

test('without WEB_AUTHN as a factor nothing is registered', async () => {
  const { body } = await user.start()
  const credential = await user.authenticator.create(body.CredentialCreationOptions)
  const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD'] }
  await client.control('PATCH', '/pool', { Policies: { SignInPolicy } })
  expect(typeOf(await user.start())).toBe('WebAuthnNotEnabledException')
  expect(typeOf(await user.complete(credential))).toBe('WebAuthnNotEnabledException')
})

test('without a domain a relying party must be configured', async () => {
  await client.control('PATCH', '/pool', { AllowedOAuthFlowsUserPoolClient: false })
  expect(typeOf(await user.start())).toBe('WebAuthnConfigurationMissingException')
  await webAuthn({ RelyingPartyId: 'localhost' })
  expect((await user.start()).status).toBe(200)
})

test('GET /users shows passkeys without their keys', async () => {
  await user.register()
  const [{ passkeys = [] } = {}] = (await client.control('GET', '/users')).body as Users
  expect(passkeys).toEqual([
    {
      id: user.authenticator.credentials[0]?.id,
      counter: 0,
      transports: ['internal'],
      attachment: 'platform',
      relyingPartyId: 'localhost',
      friendlyName: 'Platform passkey',
      createdAt: expect.any(Number),
    },
  ])
})
