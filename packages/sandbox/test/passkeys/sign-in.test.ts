import { beforeEach, expect, test } from 'vitest'
import type { Forgery } from '../../src/authenticator/index.ts'
import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { appOrigin, passkeyPool, passkeysOf, requestOptionsOf } from '../support/passkeys.ts'

let client: Client
let user: ReturnType<typeof passkeysOf>

beforeEach(async () => {
  client = createClient(createSandbox({ pool: passkeyPool }))
  user = passkeysOf(client, (await client.signedIn()).AccessToken)
  expect((await user.register()).status).toBe(200)
})

const setPool = (pool: PoolOptionsPatch) => client.control('PATCH', '/pool', pool)
const begin = () => client.choose({ PREFERRED_CHALLENGE: 'WEB_AUTHN' })
const respond = (Session: string, credential: object) =>
  client.respond('WEB_AUTHN', Session, { CREDENTIAL: JSON.stringify(credential) })

/** A whole sign-in. */
async function signIn(forgery?: Forgery) {
  const challenge = await begin()
  const credential = await user.authenticator.get(requestOptionsOf(challenge), forgery)
  return respond(challenge.body.Session, credential)
}

const tokens = expect.objectContaining({ AccessToken: expect.stringMatching(/^ey/) })
const rejected = [400, 'NotAuthorizedException', 'Incorrect username or password.']

test('the challenge has the options for the browser', async () => {
  const challenge = await begin()
  expect(challenge.body).toEqual({
    ChallengeName: 'WEB_AUTHN',
    Session: expect.any(String),
    ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: expect.any(String) },
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN'],
  })
  expect(requestOptionsOf(challenge)).toEqual({
    challenge: expect.stringMatching(/^[\w-]{43}$/),
    timeout: 180_000,
    rpId: 'localhost',
    allowCredentials: [
      { type: 'public-key', id: user.authenticator.credentials[0]?.id, transports: ['internal'] },
    ],
    userVerification: 'preferred',
  })
})

test('a passkey signs in, again and again', async () => {
  for (const counter of [1, 2, 3]) {
    expect((await signIn()).body).toEqual({ ChallengeParameters: {}, AuthenticationResult: tokens })
    const [stored] = (await client.control('GET', '/users')).body as [{ passkeys: object[] }]
    expect(stored.passkeys).toMatchObject([{ counter }])
  }
})

test('RS256 signs in, too', async () => {
  const { AccessToken } = (await client.signInWithPassword(email)).body.AuthenticationResult
  user = passkeysOf(client, AccessToken, { algorithms: ['RS256'] })
  await user.register()
  expect((await signIn()).body.AuthenticationResult).toEqual(tokens)
})

test.each<[string, Forgery]>([
  ['another origin', { origin: 'https://evil.example' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['another challenge', { challenge: 'AAAA' }],
  ['a signature of another key', { isSignatureWrong: true }],
  ['the user handle of another user', { userHandle: 'AAAA' }],
])('%s is rejected', async (_, forgery) => {
  expect(errorOf(await signIn(forgery))).toEqual(rejected)
  expect((await signIn()).body.AuthenticationResult).toEqual(tokens)
})

test('a counter that does not grow is rejected', async () => {
  expect((await signIn({ counter: 7 })).body.AuthenticationResult).toEqual(tokens)
  expect(errorOf(await signIn({ counter: 7 }))).toEqual(rejected)
  expect(errorOf(await signIn({ counter: 3 }))).toEqual(rejected)
  expect((await signIn({ counter: 8 })).body.AuthenticationResult).toEqual(tokens)
})

test('a counter can stay 0', async () => {
  expect((await signIn({ counter: 0 })).status).toBe(200)
  expect((await signIn({ counter: 0 })).status).toBe(200)
})

test('required user verification is checked', async () => {
  expect((await signIn({ isUserVerified: false })).status).toBe(200)
  await setPool({ WebAuthnConfiguration: { UserVerification: 'required' } })
  expect(requestOptionsOf(await begin()).userVerification).toBe('required')
  expect(errorOf(await signIn({ isUserVerified: false }))).toEqual(rejected)
  expect((await signIn()).status).toBe(200)
})

test('a passkey of another user, and a deleted one, are rejected', async () => {
  const { AccessToken } = await client.signedIn('joe@example.com')
  const joe = passkeysOf(client, AccessToken)
  await joe.register()
  const challenge = await begin()
  const options = { ...requestOptionsOf(challenge), allowCredentials: [] }
  const { Session } = challenge.body
  expect(errorOf(await respond(Session, await joe.authenticator.get(options)))).toEqual(rejected)

  const own = await user.authenticator.get(options)
  await user.remove(own.id)
  expect(errorOf(await respond(Session, own))).toEqual(rejected)
})

test('a response is used once', async () => {
  const challenge = await begin()
  const credential = await user.authenticator.get(requestOptionsOf(challenge))
  const { Session } = challenge.body
  expect((await respond(Session, credential)).status).toBe(200)
  expect(errorOf(await respond(Session, credential))).toEqual([
    400,
    'NotAuthorizedException',
    'Invalid session for the user, session can only be used once.',
  ])
  expect(errorOf(await respond((await begin()).body.Session, credential))).toEqual(rejected)
})

test('a challenge expires with its session', async () => {
  const challenge = await begin()
  const credential = await user.authenticator.get(requestOptionsOf(challenge))
  await client.advance(3 * 60_000)
  expect(errorOf(await respond(challenge.body.Session, credential))).toEqual([
    400,
    'NotAuthorizedException',
    'Invalid session for the user, session is expired.',
  ])
})

test('after a rejected passkey the session accepts another, or another factor', async () => {
  const challenge = await begin()
  const { Session } = challenge.body
  const options = requestOptionsOf(challenge)
  const wrong = await user.authenticator.get(options, { origin: 'https://evil.example' })
  expect(errorOf(await respond(Session, wrong))).toEqual(rejected)
  const other = { ANSWER: 'PASSWORD', PASSWORD: password }
  expect((await client.respond('SELECT_CHALLENGE', Session, other)).status).toBe(200)
})

test.each(['', 'text', '{}', 'null'])('the credential “%s” is rejected', async (CREDENTIAL) => {
  const { body } = await begin()
  const { body: answer } = await client.respond('WEB_AUTHN', body.Session, { CREDENTIAL })
  expect(answer.__type).toBe('InvalidParameterException')
})

test('an unknown user gets a challenge that no passkey answers', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `unknown${index}@example.com`)
  const challenges = await Promise.all(
    names.map((name) => client.choose({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }, name)),
  )
  const index = challenges.findIndex(({ body }) => body.ChallengeName === 'WEB_AUTHN')
  const challenge = challenges[index]
  if (!challenge) throw new Error('None of 20 unknown users has a passkey challenge.')
  const options = requestOptionsOf(challenge)
  expect(options.allowCredentials).toHaveLength(1)
  const credential = await user.authenticator.get({ ...options, allowCredentials: [] })
  const CREDENTIAL = JSON.stringify(credential)
  const { Session } = challenge.body
  const answer = await client.respond('WEB_AUTHN', Session, { CREDENTIAL }, names[index])
  expect(errorOf(answer)).toEqual(rejected)
})

test('a changed relying party orphans the passkeys', async () => {
  await setPool({ WebAuthnConfiguration: { RelyingPartyId: 'app.localhost' } })
  const challenge = await begin()
  const options = requestOptionsOf(challenge)
  expect(options.rpId).toBe('app.localhost')
  const old = await user.authenticator.get({ ...options, rpId: 'localhost' })
  expect(errorOf(await respond(challenge.body.Session, old))).toEqual(rejected)
})

test('a passkey as MFA is enough where MFA is required', async () => {
  await setPool({
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: {},
    WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
  })
  expect((await begin()).body.AvailableChallenges).not.toContain('WEB_AUTHN')
  await client.admin('AdminSetUserMFAPreference', {
    Username: email,
    EmailMfaSettings: { Enabled: true },
    WebAuthnMfaSettings: { Enabled: true },
  })
  expect(errorOf(await signIn({ isUserVerified: false }))).toEqual(rejected)
  expect((await signIn()).body.AuthenticationResult).toEqual(tokens)
})

test('the origin of the app is that of its page', async () => {
  expect((await signIn({ origin: 'https://app.localhost' })).status).toBe(200)
  expect(errorOf(await signIn({ origin: `${appOrigin}/` }))).toEqual(rejected)
})
