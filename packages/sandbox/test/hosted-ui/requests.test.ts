import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { type Client, createClient } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { answerIn, hostedUi, redirectUri } from '../support/hosted-ui.ts'

freezeTime()

let sandbox: Sandbox
let client: Client
let ui: ReturnType<typeof hostedUi>

beforeEach(async () => {
  sandbox = createSandbox()
  client = createClient(sandbox)
  ui = hostedUi(sandbox)
  await client.confirmed()
})

const setPool = (patch: object) => client.control('PATCH', '/pool', patch)

describe('authorization requests', () => {
  test.each([
    ['another client', { client_id: 'other' }],
    ['no client', { client_id: undefined }],
    ['a foreign redirect_uri', { redirect_uri: 'https://evil.example/' }],
    ['a look-alike redirect_uri', { redirect_uri: 'http://localhost.evil.example/' }],
    ['a redirect_uri that runs', { redirect_uri: 'javascript:alert(1)' }],
    ['a redirect_uri with a fragment', { redirect_uri: 'http://localhost/#a' }],
    ['a redirect_uri of two lines', { redirect_uri: 'http://localhost/\n' }],
    ['no redirect_uri', { redirect_uri: undefined }],
  ])('with %s are shown an error', async (_, parameters) => {
    const page = await ui.authorize(parameters)
    expect([page.status, page.url.pathname]).toEqual([400, '/oauth2/authorize'])
    expect(page.problem).toBeTruthy()
  })

  test.each([
    ['invalid_request', { response_type: undefined }],
    ['unsupported_response_type', { response_type: 'id_token' }],
    ['invalid_scope', { scope: 'openid admin' }],
    ['invalid_scope', { scope: 'email' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: undefined }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { identity_provider: 'Unknown' }],
    ['invalid_request', { idp_identifier: 'nowhere.example' }],
    ['invalid_request', { prompt: 'none login' }],
  ])('get %s: %j', async (error, parameters) => {
    expect(answerIn(await ui.authorize(parameters))).toEqual({
      error,
      error_description: expect.any(String),
      state: 'xyz',
    })
  })

  test('in the implicit flow get it in the fragment', async () => {
    const { url } = await ui.authorize({ response_type: 'token', scope: 'nonsense' })
    expect(url.search).toBe('')
    expect(url.hash).toContain('error=invalid_scope')
  })

  test('are limited by the options of the client', async () => {
    const { status } = await client.admin('UpdateUserPoolClient', {
      ClientId: sandbox.config.userPoolClientId,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
    })
    expect(status).toBe(200)
    const implicit = await ui.authorize({ response_type: 'token' })
    expect(answerIn(implicit).error).toBe('unauthorized_client')
    expect(answerIn(await ui.authorize({ scope: 'openid email' })).error).toBe('invalid_scope')
    await setPool({ AllowedOAuthFlowsUserPoolClient: false })
    expect(answerIn(await ui.authorize()).error).toBe('unauthorized_client')
  })

  test('go back to one of the callback URLs, exactly', async () => {
    await setPool({ CallbackURLs: ['https://app.example/in', 'myapp://in'] })
    expect((await ui.authorize()).status).toBe(400)
    expect((await ui.authorize({ redirect_uri: 'https://app.example/in/' })).status).toBe(400)
    const page = await ui.authorize({ redirect_uri: 'myapp://in', state: undefined })
    expect((await ui.signIn(page)).url.href).toMatch(/^myapp:\/\/in\?code=[\w-]{36}$/)
  })

  test('keep the query of the redirect_uri', async () => {
    const page = await ui.authorize({ redirect_uri: `${redirectUri}?tab=1` })
    expect(answerIn(await ui.signIn(page))).toMatchObject({ tab: '1', state: 'xyz' })
  })

  test('with a fault get it', async () => {
    const fault = { operation: 'oauth2/authorize', times: 1, type: 'server_error', message: 'No' }
    await client.control('POST', '/faults', fault)
    expect(answerIn(await ui.authorize())).toEqual({
      error: 'server_error',
      error_description: 'No',
      state: 'xyz',
    })
    expect((await ui.authorize()).url.pathname).toBe('/login')
  })
})

test('the client is described with what it may at the hosted UI', async () => {
  await setPool({ CallbackURLs: [redirectUri] })
  const { body } = await client.admin('DescribeUserPoolClient', {
    ClientId: sandbox.config.userPoolClientId,
  })
  expect(body).toMatchObject({
    UserPoolClient: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code', 'implicit'],
      CallbackURLs: [redirectUri],
      SupportedIdentityProviders: [
        'COGNITO',
        'Google',
        'Facebook',
        'LoginWithAmazon',
        'SignInWithApple',
        'ExampleSaml',
      ],
    },
  })
})

test.each([
  [{ CallbackURLs: ['http://a/#b'] }, /callbackURLs/],
  [{ SupportedIdentityProviders: ['Unknown'] }, /The provider Unknown does not exist/],
  [
    {
      IdentityProviders: [{ ProviderName: 'COGNITO', ProviderType: 'OIDC', AttributeMapping: {} }],
    },
    /A provider COGNITO already exists/,
  ],
])('%j is rejected', async (patch, message) => {
  const { status, body } = await setPool(patch)
  expect([status, body]).toEqual([
    400,
    { __type: expect.any(String), message: expect.stringMatching(message) },
  ])
})
