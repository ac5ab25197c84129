import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createAuthenticator } from '../../src/authenticator/index.ts'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import type { Place } from '../support/browser.ts'
import { type Client, createClient, email, password } from '../support/client.ts'
import { answerIn, hostedUi, redirectUri } from '../support/hosted-ui.ts'

let sandbox: Sandbox
let client: Client
let ui: ReturnType<typeof hostedUi>
let authenticator: ReturnType<typeof createAuthenticator>

beforeEach(async () => {
  sandbox = createSandbox({ pool: { Passwordless: true } })
  client = createClient(sandbox)
  ui = hostedUi(sandbox)
  authenticator = createAuthenticator({ origin: sandbox.config.hostedUiOrigin })
  await client.confirmed()
})

function addUrl(parameters: Record<string, string> = {}): string {
  const all = { client_id: sandbox.config.userPoolClientId, redirect_uri: redirectUri }
  return `/passkeys/add?${new URLSearchParams({ ...all, ...parameters })}`
}

/** What the script of a page does. */
async function runCeremony(place: Place, forgery = {}) {
  const { ceremony, options = '' } = place.document.querySelector('form')?.dataset ?? {}
  const parsed = JSON.parse(options)
  const response =
    ceremony === 'create'
      ? await authenticator.create(parsed, forgery)
      : await authenticator.get(parsed, forgery)
  const label = place.document.querySelector('button')?.textContent ?? ''
  return ui.press(place, label, { CREDENTIAL: JSON.stringify(response) })
}

async function addPasskey() {
  await ui.signIn(await ui.authorize())
  return runCeremony(await ui.open(addUrl()))
}

const usePasskey = async (username = email) =>
  ui.press(await ui.authorize({ prompt: 'login' }), 'Sign in with a passkey', { username })

test('a passkey is registered after a sign-in, and signs in', async () => {
  const { url } = await addPasskey()
  expect(url.href).toBe(redirectUri)
  const place = await usePasskey()
  expect(place.document.title).toBe('Sign in with a passkey')
  const answer = answerIn(await runCeremony(place))
  expect(answer).toMatchObject({ code: expect.any(String), state: 'xyz' })
  const { body } = await ui.exchange(answer.code ?? '')
  expect(body.id_token).toMatch(/^ey/)
})

test('the registration returns to redirect_uri without a passkey, too', async () => {
  await ui.signIn(await ui.authorize())
  const place = await ui.open(addUrl({ scope: 'openid', response_type: 'code' }))
  expect(place.document.querySelector('a')?.href).toBe(redirectUri)
})

test('the policy of a page with a ceremony allows its script and no other', async () => {
  await addPasskey()
  const { headers, document } = await usePasskey()
  const script = document.querySelector('script')?.textContent ?? ''
  const hash = createHash('sha256').update(script).digest('base64')
  expect(headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`)
  const login = await ui.authorize({ prompt: 'login' })
  expect(login.headers.get('content-security-policy')).not.toContain('script-src')
})

test('a registration needs the login of the pages', async () => {
  const { status, document } = await ui.open(addUrl())
  expect(status).toBe(400)
  expect(document.body.textContent).toContain('login_required')
})

test.each([
  ['invalid_client', { client_id: 'another' }],
  ['redirect_mismatch', { redirect_uri: 'https://evil.example' }],
])('%s', async (error, parameters) => {
  await ui.signIn(await ui.authorize())
  const { status, document } = await ui.open(addUrl(parameters))
  expect(status).toBe(400)
  expect(document.body.textContent).toContain(error)
})

test('a rejected registration shows the reason, and another attempt works', async () => {
  await ui.signIn(await ui.authorize())
  const wrong = await runCeremony(await ui.open(addUrl()), { algorithm: 'ES384' })
  expect(wrong.problem).toBe('The algorithm of the passkey is neither ES256 nor RS256.')
  const empty = await ui.press(wrong, 'Create a passkey')
  expect(empty.problem).toBe('Invalid passkey credential.')
  expect((await runCeremony(empty)).url.href).toBe(redirectUri)
})

test('forms of other pages register nothing', async () => {
  await ui.signIn(await ui.authorize())
  const place = await ui.open(addUrl())
  const token = place.document.querySelector('input[name=_csrf]')
  token?.setAttribute('value', 'another')
  expect((await runCeremony(place)).problem).toBe('The page was too old. Try again.')
  const foreign = await sandbox.fetch(`${sandbox.config.hostedUiOrigin}${addUrl()}`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams(),
  })
  expect(foreign.status).toBe(403)
})

test('a rejected passkey leads back to the login page', async () => {
  await addPasskey()
  const place = await runCeremony(await usePasskey(), { isSignatureWrong: true })
  expect(place.problem).toBe('The passkey was not accepted.')
  expect(answerIn(await ui.signIn(place))).toHaveProperty('code')
})

test('a user without a passkey signs in with the password', async () => {
  const place = await usePasskey()
  expect(place.problem).toBe('A passkey cannot sign in. Enter the password.')
  expect(answerIn(await ui.press(place, 'Sign in', { password }))).toHaveProperty('code')
})

test('a passkey needs a username', async () => {
  expect((await usePasskey('')).problem).toBe('Enter a username.')
})

test.each([{ Passwordless: false }, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }])(
  'without passkeys the page offers none: %j',
  async (pool) => {
    await client.control('PATCH', '/pool', pool)
    const { document } = await ui.authorize()
    expect(document.body.textContent).not.toContain('passkey')
  },
)

test('at an IP address the page leads to the domain of the passkeys', async () => {
  const query = ui.query().toString()
  const page = await sandbox.fetch(`http://127.0.0.1:9229/login?${query}`)
  const link = /<a href="([^"]*)">Sign in with a passkey at localhost:9229</.exec(await page.text())
  expect(link?.[1]?.replaceAll('&amp;', '&')).toBe(`http://localhost:9229/login?${query}`)
})
