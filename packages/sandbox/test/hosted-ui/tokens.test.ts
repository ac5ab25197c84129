import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox, type Triggers } from '../../src/index.ts'
import { type Client, createClient, email } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { answerIn, claimsOf, hostedUi, redirectUri, verifier } from '../support/hosted-ui.ts'

freezeTime()

let sandbox: Sandbox
let client: Client
let ui: ReturnType<typeof hostedUi>

async function start(triggers: Triggers = {}) {
  sandbox = createSandbox({ triggers })
  client = createClient(sandbox)
  ui = hostedUi(sandbox)
  await client.confirmed()
}

beforeEach(() => start())

const code = async (parameters?: Record<string, string | undefined>) =>
  answerIn(await ui.signIn(await ui.authorize({ prompt: 'login', ...parameters }))).code ?? ''

const getUser = async (AccessToken: string | undefined) =>
  (await client.call('GetUser', { AccessToken })).body.message

const refresh = (refresh_token: string | undefined) =>
  ui.post('token', { grant_type: 'refresh_token', refresh_token })

const everything = 'phone email openid profile aws.cognito.signin.user.admin'

describe('a code', () => {
  test('is exchanged for tokens of all scopes by default', async () => {
    const { status, headers, body } = await ui.exchange(await code({ nonce: 'n-1' }))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-cache, no-store, max-age=0, must-revalidate')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(body).toEqual({
      id_token: expect.any(String),
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    })
    const access = claimsOf(body.access_token)
    const { sub, event_id, origin_jti } = access
    expect(access).toMatchObject({ scope: everything, version: 2, token_use: 'access' })
    expect(access).toMatchObject({ client_id: sandbox.config.userPoolClientId, username: sub })
    const half = createHash('sha256')
      .update(body.access_token ?? '')
      .digest()
      .subarray(0, 16)
    expect(claimsOf(body.id_token)).toMatchObject({
      token_use: 'id',
      aud: sandbox.config.userPoolClientId,
      sub,
      event_id,
      origin_jti,
      nonce: 'n-1',
      at_hash: half.toString('base64url'),
      'cognito:username': sub,
      email,
      email_verified: true,
    })
    expect(await getUser(body.access_token)).toBeUndefined()
  })

  test('works once; a second use revokes what came of the first', async () => {
    const value = await code()
    const { body } = await ui.exchange(value)
    expect((await ui.exchange(value)).body.error).toBe('invalid_grant')
    expect(await getUser(body.access_token)).toBe('Access Token has been revoked')
    expect((await refresh(body.refresh_token)).body.error).toBe('invalid_grant')
  })

  test('works once also for two requests at the same time', async () => {
    const value = await code()
    const answers = await Promise.all([ui.exchange(value), ui.exchange(value)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('lives for five minutes', async () => {
    const [first, second] = [await code(), await code()]
    await client.advance(5 * 60_000 - 1)
    expect((await ui.exchange(first)).status).toBe(200)
    await client.advance(1)
    expect((await ui.exchange(second)).body.error).toBe('invalid_grant')
  })

  test.each([
    ['a wrong verifier', { code_verifier: 'x'.repeat(43) }],
    ['no verifier', { code_verifier: undefined }],
    ['another redirect_uri', { redirect_uri: 'http://localhost:3000/' }],
    ['no redirect_uri', { redirect_uri: undefined }],
    ['an unknown code', { code: 'unknown' }],
  ])('with %s is rejected', async (_, parameters) => {
    const { status, body } = await ui.exchange(await code(), parameters)
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
  })

  test('requested without a challenge takes no verifier', async () => {
    const without = { code_challenge: undefined, code_challenge_method: undefined }
    const value = await code(without)
    expect((await ui.exchange(value)).body.error).toBe('invalid_grant')
    expect((await ui.exchange(value, { code_verifier: undefined })).status).toBe(200)
  })

  test('for a user who was deleted meanwhile is rejected', async () => {
    const value = await code()
    await client.admin('AdminDeleteUser', { Username: email })
    expect((await ui.exchange(value)).body.error).toBe('invalid_grant')
  })

  test('keeps the time at which the browser signed in', async () => {
    const [{ auth_time }] = [claimsOf((await ui.tokens()).id_token)]
    await client.advance(60_000)
    const later = answerIn(await ui.authorize()).code ?? ''
    expect(claimsOf((await ui.exchange(later)).body.id_token).auth_time).toBe(auth_time)
  })
})

describe('scopes', () => {
  test.each([
    ['openid', ['sub', 'email_verified', 'email', 'username']],
    ['openid phone', ['sub', 'username']],
    ['openid email', ['sub', 'email_verified', 'email', 'username']],
    ['openid profile', ['sub', 'email_verified', 'email', 'username']],
  ])('%s shows %j', async (scope, names) => {
    const { access_token, id_token } = await ui.tokens({ scope })
    const { status, body } = await ui.userInfo(access_token)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual([...names].sort())
    expect('email' in claimsOf(id_token)).toBe(names.includes('email'))
    if (names.includes('email')) expect(body).toMatchObject({ email, email_verified: 'true' })
  })

  test('have no ID token and no user info without openid', async () => {
    const body = await ui.tokens({ scope: 'aws.cognito.signin.user.admin' })
    expect(Object.keys(body)).not.toContain('id_token')
    expect((await refresh(body.refresh_token)).body).not.toHaveProperty('id_token')
    const { status, headers } = await ui.userInfo(body.access_token)
    expect(status).toBe(403)
    expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"')
  })

  test("without the API's own are rejected by the API", async () => {
    const { access_token, refresh_token } = await ui.tokens({ scope: 'openid' })
    const rejected = 'Access Token does not have required scopes'
    expect(await getUser(access_token)).toBe(rejected)
    const { body } = await refresh(refresh_token)
    expect(claimsOf(body.access_token).scope).toBe('openid')
    expect(await getUser(body.access_token)).toBe(rejected)
  })
})

describe('user info', () => {
  test.each([[undefined], ['nonsense']])('with the token %j is rejected', async (token) => {
    const { status, headers } = await ui.userInfo(token)
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toMatch(/^Bearer error=/)
  })

  test('is rejected once the user signed out everywhere', async () => {
    const { access_token } = await ui.tokens()
    await client.call('GlobalSignOut', { AccessToken: access_token })
    expect((await ui.userInfo(access_token)).status).toBe(401)
  })
})

describe('the implicit flow', () => {
  test('gives tokens in the fragment, and nothing to refresh them', async () => {
    const page = await ui.authorize({ response_type: 'token', nonce: 'n-2' })
    const back = await ui.signIn(page)
    expect(back.url.search).toBe('')
    const answer = answerIn(back)
    expect(answer).toEqual({
      id_token: expect.any(String),
      access_token: expect.any(String),
      expires_in: '3600',
      token_type: 'Bearer',
      state: 'xyz',
    })
    expect(claimsOf(answer.id_token).nonce).toBe('n-2')
    expect(await getUser(answer.access_token)).toBeUndefined()
  })
})

describe('a refresh', () => {
  test('gives new tokens and no refresh token; also through the API', async () => {
    const { refresh_token } = await ui.tokens({ nonce: 'n-3' })
    const { status, body } = await refresh(refresh_token)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual([
      'access_token',
      'expires_in',
      'id_token',
      'token_type',
    ])
    expect(claimsOf(body.access_token)).toMatchObject({ scope: everything, version: 2 })
    expect(claimsOf(body.id_token)).not.toHaveProperty('nonce')
    const api = await client.send('GetTokensFromRefreshToken', { RefreshToken: refresh_token })
    expect(claimsOf(api.body.AuthenticationResult.AccessToken).scope).toBe(everything)
  })

  test('rotates if the client does, and ends the family at reuse', async () => {
    await client.control('PATCH', '/pool', { RefreshTokenRotation: { Feature: 'ENABLED' } })
    const first = (await ui.tokens()).refresh_token
    const second = (await refresh(first)).body.refresh_token
    expect(second).toEqual(expect.any(String))
    expect((await refresh(first)).body.error).toBe('invalid_grant')
    expect((await refresh(second)).body.error).toBe('invalid_grant')
  })

  test('takes refresh tokens of the API too', async () => {
    const { body } = await client.signInWithPassword(email)
    const refreshed = await refresh(body.AuthenticationResult.RefreshToken)
    expect(claimsOf(refreshed.body.access_token).scope).toBe('aws.cognito.signin.user.admin')
  })
})

describe('a revocation', () => {
  test('ends what came of one sign-in', async () => {
    const { access_token, refresh_token } = await ui.tokens()
    const other = await ui.tokens()
    const { status, body } = await ui.post('revoke', { token: refresh_token })
    expect([status, body]).toEqual([200, {}])
    expect(await getUser(access_token)).toBe('Access Token has been revoked')
    expect(await getUser(other.access_token)).toBeUndefined()
    expect((await ui.post('revoke', { token: 'unknown' })).status).toBe(200)
  })

  test('is rejected for other tokens and clients', async () => {
    const { access_token, refresh_token } = await ui.tokens()
    const errorOf = async (parameters: Record<string, string | undefined>) =>
      (await ui.post('revoke', parameters)).body.error
    expect(await errorOf({ token: access_token })).toBe('unsupported_token_type')
    expect(await errorOf({})).toBe('invalid_request')
    expect(await errorOf({ token: refresh_token, client_id: 'other' })).toBe('invalid_client')
    await client.control('PATCH', '/pool', { EnableTokenRevocation: false })
    expect(await errorOf({ token: refresh_token })).toBe('invalid_request')
  })
})

describe('the token endpoint', () => {
  test.each([
    ['invalid_request', { grant_type: undefined }],
    ['invalid_request', { code: undefined }],
    ['unsupported_grant_type', { grant_type: 'password' }],
    ['unsupported_grant_type', { grant_type: 'toString' }],
    ['unauthorized_client', { grant_type: 'client_credentials' }],
    ['invalid_client', { client_id: 'other' }],
    ['invalid_client', { client_secret: 'secret' }],
    ['invalid_request', { client_id: undefined }],
    ['invalid_request', { grant_type: 'refresh_token' }],
  ])('answers %s to %j', async (error, parameters) => {
    const { status, body } = await ui.exchange('code', parameters)
    expect([status, body.error]).toEqual([400, error])
    expect(JSON.stringify(body)).not.toContain(verifier)
  })

  test('takes a form in which nothing is twice', async () => {
    const send = async (type: string, body: string) => {
      const url = `${sandbox.config.hostedUiOrigin}/oauth2/token`
      const headers = { 'content-type': type }
      return (await sandbox.fetch(url, { method: 'POST', headers, body })).json()
    }
    const form = 'application/x-www-form-urlencoded'
    expect(await send('application/json', '{}')).toMatchObject({ error: 'invalid_request' })
    expect(await send(form, 'code=1&code=2')).toMatchObject({ error: 'invalid_request' })
  })

  test('has faults', async () => {
    const operation = 'oauth2/token'
    const add = (fault: object) =>
      client.control('POST', '/faults', { operation, times: 1, ...fault })
    await add({ type: 'invalid_grant', message: 'Gone' })
    await add({ status: 503 })
    await add({ body: '<html>', status: 500 })
    await add({ drop: true })
    const { status, body } = await ui.exchange('code')
    expect([status, body]).toEqual([400, { error: 'invalid_grant', error_description: 'Gone' }])
    const bare = await ui.exchange('code')
    expect(bare.status).toBe(503)
    await expect(ui.exchange('code')).rejects.toThrow(SyntaxError)
    await expect(ui.exchange('code')).rejects.toThrow(new TypeError('fetch failed'))
    expect((await ui.exchange('code')).status).toBe(400)
  })
})

test('triggers get the source of tokens, and may reject', async () => {
  const sources: string[] = []
  await start({
    postAuthentication: ({ triggerSource }) => {
      sources.push(triggerSource)
    },
    preTokenGeneration: ({ triggerSource, response }) => {
      sources.push(triggerSource)
      if (sources.length > 4) throw new Error('Enough')
      response.claimsOverrideDetails = { claimsToAddOrOverride: { team: 'blue' } }
    },
  })
  const { id_token, refresh_token } = await ui.tokens()
  expect(claimsOf(id_token).team).toBe('blue')
  await refresh(refresh_token)
  expect(sources).toEqual([
    'PostAuthentication_Authentication',
    'TokenGeneration_HostedAuth',
    'TokenGeneration_RefreshTokens',
  ])
  sources.push('x')
  expect((await refresh(refresh_token)).body).toEqual({
    error: 'invalid_grant',
    error_description: 'PreTokenGeneration failed with error Enough.',
  })
  const implicit = await ui.authorize({ response_type: 'token', prompt: 'login' })
  const back = await ui.signIn(implicit)
  expect(answerIn(back).error).toBe('invalid_request')
  expect(back.url.href.startsWith(redirectUri)).toBe(true)
})
