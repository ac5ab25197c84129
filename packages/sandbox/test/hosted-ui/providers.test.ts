import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { answerIn, claimsOf, hostedUi } from '../support/hosted-ui.ts'

freezeTime()

let sandbox: Sandbox
let client: Client
let ui: ReturnType<typeof hostedUi>

function start(options: SandboxOptions = {}) {
  sandbox = createSandbox(options)
  client = createClient(sandbox)
  ui = hostedUi(sandbox)
}

beforeEach(() => start())

const visit = (identity_provider = 'Google', parameters: Record<string, string> = {}) =>
  ui.authorize({ identity_provider, prompt: 'login', ...parameters })

const asAda = async (provider?: string) => ui.press(await visit(provider), 'Ada Example')

const tokensOfAda = async (provider?: string) =>
  (await ui.exchange(answerIn(await asAda(provider)).code ?? '')).body

const users = async () =>
  (await client.control('GET', '/users')).body as {
    username: string
    status: string
    attributes: Record<string, string>
    groups: string[]
  }[]

test.each(['Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple', 'ExampleSaml'])(
  'with %s a user is created once, and found again',
  async (provider) => {
    const { id_token, access_token } = await tokensOfAda(provider)
    await tokensOfAda(provider)
    const [user, ...others] = await users()
    expect(others).toEqual([])
    const identities = user?.attributes.identities ?? ''
    expect(user).toMatchObject({
      username: expect.stringMatching(new RegExp(`^${provider}_1\\d{20}$`)),
      status: 'EXTERNAL_PROVIDER',
      attributes: { email: 'ada@example.com', name: 'Ada Example' },
      groups: [`${sandbox.config.userPoolId}_${provider}`],
    })
    const userId = user?.username.split('_')[1]
    const isSaml = provider === 'ExampleSaml'
    const identity = {
      userId,
      providerName: provider,
      providerType: isSaml ? 'SAML' : provider,
      issuer: isSaml ? 'https://examplesaml.example.com' : null,
    }
    expect(JSON.parse(identities)).toEqual([
      { ...identity, primary: true, dateCreated: sandbox.clock.now() },
    ])
    expect(claimsOf(id_token)).toMatchObject({
      'cognito:username': user?.username,
      'cognito:groups': user?.groups,
      identities: [{ ...identity, primary: 'true', dateCreated: String(sandbox.clock.now()) }],
      email: 'ada@example.com',
      email_verified: provider === 'Google',
    })
    expect(claimsOf(access_token).username).toBe(user?.username)
    const { body } = await client.call('GetUser', { AccessToken: access_token })
    expect(body).toMatchObject({ Username: user?.username })
    expect((await ui.userInfo(access_token)).body).toMatchObject({
      username: user?.username,
      identities,
    })
    const admin = await client.admin('AdminGetUser', { Username: user?.username })
    expect(admin.body).toMatchObject({ UserStatus: 'EXTERNAL_PROVIDER' })
  },
)

test('is reached from the login page, or by its identifier', async () => {
  const page = await ui.press(await ui.authorize(), 'Continue with Apple')
  expect(page.url.pathname).toBe('/_idp/SignInWithApple')
  expect(page.document.querySelector('h1')?.textContent).toBe('Sign in with Apple')
  const company = await ui.authorize({ idp_identifier: 'Example.com' })
  expect(company.url.pathname).toBe('/_idp/ExampleSaml')
})

test('takes other accounts, and updates the pool', async () => {
  const other = { email: 'zoe@example.net', name: 'Zoë <Zed>' }
  const page = await visit('Google', { login_hint: other.email })
  const answer = answerIn(await ui.press(page, 'Continue', { name: other.name }))
  expect(answer).toHaveProperty('code')
  await ui.press(await visit(), 'Continue', { ...other, name: 'Zoë Zett' })
  expect((await users()).map(({ attributes }) => attributes.name)).toEqual(['Zoë Zett'])
  const rejected = await ui.press(await visit(), 'Continue', { email: 'zoe', name: 'Z' })
  expect(rejected.status).toBe(400)
})

test.each([
  ['Cancel', 'access_denied', 'The user cancelled the sign-in.'],
  ['Fail', 'server_error', 'The identity provider failed.'],
])('%s is reported to the client', async (button, error, error_description) => {
  const back = await ui.press(await visit(), button)
  expect(answerIn(back)).toEqual({ error, error_description, state: 'xyz' })
  const implicit = await ui.press(await visit('Google', { response_type: 'token' }), button)
  expect(implicit.url.hash).toContain(`error=${error}`)
  expect(await users()).toEqual([])
})

test('returns once, within ten minutes, with an account', async () => {
  const page = await visit()
  const state = page.url.searchParams.get('state')
  const response = `/oauth2/idpresponse?state=${state}`
  await client.advance(10 * 60_000 - 1)
  expect(answerIn(await ui.open(`${response}&code=forged`)).error).toBe('invalid_request')
  expect((await ui.open(`${response}&code=forged`)).status).toBe(400)
  const late = await visit()
  await client.advance(10 * 60_000)
  expect((await ui.press(late, 'Ada Example')).status).toBe(400)
})

test('a federated user has no password, and leaves the address to others', async () => {
  const ada = 'ada@example.com'
  await asAda()
  const [user] = await users()
  const username = user?.username ?? ''
  for (const name of [username, ada]) {
    expect(errorOf(await client.signInWithPassword(name))).toEqual([
      400,
      'NotAuthorizedException',
      'Incorrect username or password.',
    ])
  }
  const forgot = await client.send('ForgotPassword', { Username: username })
  expect(forgot.body.message).toBe('User password cannot be reset in the current state.')
  expect(await client.outbox()).toEqual([])
  await client.confirmed(ada)
  expect((await client.signInWithPassword(ada)).status).toBe(200)
  expect(await users()).toHaveLength(2)
})

test('a password that an administrator sets makes a pool user, who can still sign in with the provider', async () => {
  await asAda()
  const Username = (await users())[0]?.username
  await client.admin('AdminSetUserPassword', { Username, Password: password, Permanent: true })
  expect((await client.signInWithPassword(Username ?? '')).status).toBe(200)
  await client.admin('AdminSetUserPassword', { Username, Password: password, Permanent: false })
  const { Session } = (await client.signInWithPassword(Username ?? '')).body
  const answer = { NEW_PASSWORD: 'N3w-password' }
  const changed = await client.respond('NEW_PASSWORD_REQUIRED', Session, answer, Username)
  expect(changed.status).toBe(200)
  expect(answerIn(await asAda())).toHaveProperty('code')
  expect(await users()).toHaveLength(1)
})

test('the login serves its own provider only', async () => {
  await asAda()
  expect(answerIn(await ui.authorize({ identity_provider: 'Google' }))).toHaveProperty('code')
  expect(answerIn(await ui.authorize())).toHaveProperty('code')
  expect((await ui.authorize({ identity_provider: 'COGNITO' })).url.pathname).toBe('/login')
})

test('a required attribute that the provider does not have is reported to the client', async () => {
  start({ pool: { SchemaAttributes: [{ Name: 'phone_number', Required: true }] } })
  expect(answerIn(await asAda())).toEqual({
    error: 'invalid_request',
    error_description: 'attributes required: [phone_number]',
    state: 'xyz',
  })
})

test('attributes are mapped as the pool says', async () => {
  const provider = { ProviderName: 'Okta', ProviderType: 'OIDC' } as const
  start({
    pool: {
      SchemaAttributes: [{ Name: 'team' }],
      IdentityProviders: [
        {
          ...provider,
          AttributeMapping: { username: 'email', 'custom:team': 'family_name', nickname: 'none' },
        },
      ],
    },
  })
  await asAda('Okta')
  expect(await users()).toMatchObject([
    { username: 'Okta_ada@example.com', attributes: { 'custom:team': 'Example' } },
  ])
  expect((await users())[0]?.attributes).not.toHaveProperty('nickname')
})

test('a disabled user stays outside', async () => {
  await asAda()
  await client.admin('AdminDisableUser', { Username: (await users())[0]?.username })
  expect(answerIn(await asAda())).toMatchObject({
    error: 'invalid_request',
    error_description: 'User is disabled.',
  })
})

test('triggers hear of the first time and of others, and may reject', async () => {
  const sources: string[] = []
  const note = ({ triggerSource }: { triggerSource: string }) => {
    sources.push(triggerSource)
  }
  start({
    triggers: {
      preSignUp: (event) => {
        note(event)
        if (event.request.userAttributes.email === 'grace@example.com') throw new Error('Not you')
      },
      postConfirmation: note,
      postAuthentication: note,
    },
  })
  await asAda()
  await asAda()
  expect(sources).toEqual([
    'PreSignUp_ExternalProvider',
    'PostConfirmation_ConfirmSignUp',
    'PostAuthentication_Authentication',
  ])
  expect(answerIn(await ui.press(await visit(), 'Grace Sample'))).toMatchObject({
    error: 'invalid_request',
    error_description: 'PreSignUp failed with error Not you.',
  })
  expect(await users()).toHaveLength(1)
})

test('federated users and what they were granted survive', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'authchart-hosted-'))
  start({ dataDir })
  const page = await visit('Google', { scope: 'openid email' })
  const { code = '' } = answerIn(await ui.press(page, 'Ada Example'))
  const { refresh_token } = (await ui.exchange(code)).body
  const before = await users()
  await sandbox.close()
  start({ dataDir })
  expect(await users()).toEqual(before)
  const { body } = await ui.post('token', { grant_type: 'refresh_token', refresh_token })
  expect(claimsOf(body.access_token).scope).toBe('openid email')
  expect((await asAda()).url.pathname).toBe('/callback')
  expect(await users()).toHaveLength(1)
  await sandbox.close()
  rmSync(dataDir, { recursive: true })
})

test('a native user and a federated one may have the same address', async () => {
  await client.confirmed(email)
  const page = await visit()
  await ui.press(page, 'Continue', { email, name: 'Jane' })
  expect((await users()).map(({ status }) => status)).toEqual(['CONFIRMED', 'EXTERNAL_PROVIDER'])
  expect((await client.signInWithPassword(email)).status).toBe(200)
})
