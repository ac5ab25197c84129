import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, email } from '../support/client.ts'
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

describe('the login page', () => {
  test('signs in and sends back a code with the state', async () => {
    const page = await ui.authorize({ login_hint: email, lang: 'de' })
    expect([page.url.pathname, page.status]).toEqual(['/login', 200])
    expect(page.document.documentElement.lang).toBe('de')
    expect(page.document.querySelector('input[name=username]')?.getAttribute('value')).toBe(email)
    const back = await ui.signIn(page)
    expect(back.url.href.split('?')[0]).toBe(redirectUri)
    expect(answerIn(back)).toEqual({ code: expect.stringMatching(/^[\w-]{36}$/), state: 'xyz' })
  })

  test('is shown at the classic address and the sign-up address too', async () => {
    for (const path of ['/login', '/signup']) {
      const page = await ui.open(
        `${path}?${ui.query({ code_challenge: undefined, code_challenge_method: undefined })}`,
      )
      expect(page.document.querySelector('h1')?.textContent).toBe('Sign in')
    }
  })

  test('shows that the password is wrong, with the name and without the password', async () => {
    const page = await ui.signIn(await ui.authorize(), email, 'Wrong-passw0rd')
    expect(page.problem).toBe('Incorrect username or password.')
    expect(page.document.querySelector('input[name=username]')?.getAttribute('value')).toBe(email)
    expect(page.document.documentElement.innerHTML).not.toContain('Wrong-passw0rd')
    expect(answerIn(await ui.signIn(page))).toHaveProperty('code')
  })

  test.each([
    ['LEGACY', 'User does not exist.'],
    ['ENABLED', 'Incorrect username or password.'],
  ])('shows for an unknown user with %s: %s', async (PreventUserExistenceErrors, problem) => {
    await setPool({ PreventUserExistenceErrors })
    const page = await ui.signIn(await ui.authorize(), 'unknown@example.com')
    expect(page.problem).toBe(problem)
  })

  test('shows that a user is not confirmed', async () => {
    await client.signUp('new@example.com')
    const page = await ui.signIn(await ui.authorize(), 'new@example.com')
    expect(page.problem).toBe('User is not confirmed.')
  })

  test('counts wrong passwords as the API does', async () => {
    let page = await ui.authorize()
    for (let count = 0; count < 6; count += 1) page = await ui.signIn(page, email, 'Wrong-1!')
    expect((await ui.signIn(page)).problem).toBe('Password attempts exceeded')
  })

  test('takes a form from its own page only', async () => {
    const page = await ui.authorize()
    ui.cookies.delete('XSRF-TOKEN')
    const again = await ui.signIn(page)
    expect(again.problem).toBe('The page was too old. Sign in again.')
    expect(answerIn(await ui.signIn(again))).toHaveProperty('code')
  })

  test('escapes what it is given', async () => {
    const page = await ui.authorize({
      login_hint: '"><script>',
      state: '"><script>',
      lang: '"><i>',
    })
    expect(page.document.querySelectorAll('script')).toHaveLength(0)
    expect(page.headers.get('content-security-policy')).not.toContain('form-action')
  })

  test('is requested again by the back button, except after a form', async () => {
    const page = await ui.authorize()
    const rule = 'no-cache, no-store, max-age=0, must-revalidate'
    expect(page.headers.get('cache-control')).toBe(rule)
    const rejected = await ui.signIn(page, undefined, 'Wrong-password-1')
    expect(rejected.problem).not.toBe('')
    expect(rejected.headers.get('cache-control')).toBe('no-cache')
  })

  test('offers what the client supports', async () => {
    const buttons = async () => {
      const { document } = await ui.authorize()
      return [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
    }
    expect(await buttons()).toEqual([
      'Sign in',
      ...['Google', 'Facebook', 'Amazon', 'Apple', 'ExampleSaml'].map(
        (one) => `Continue with ${one}`,
      ),
    ])
    await setPool({ SupportedIdentityProviders: ['Google'] })
    expect(await buttons()).toEqual(['Continue with Google'])
    await setPool({ SupportedIdentityProviders: ['COGNITO'] })
    expect(await buttons()).toEqual(['Sign in'])
  })
})

describe('the browser session', () => {
  beforeEach(async () => {
    await ui.signIn(await ui.authorize())
  })

  test('signs in at once, also silently', async () => {
    expect(answerIn(await ui.authorize())).toHaveProperty('code')
    expect(answerIn(await ui.authorize({ prompt: 'none' }))).toHaveProperty('code')
  })

  test('does not with prompt=login, nor for another provider', async () => {
    expect((await ui.authorize({ prompt: 'login' })).url.pathname).toBe('/login')
    const google = await ui.authorize({ identity_provider: 'Google' })
    expect(google.url.pathname).toBe('/_idp/Google')
  })

  test('ends after an hour, with the user, and with a reset', async () => {
    await client.admin('AdminDisableUser', { Username: email })
    expect((await ui.authorize()).url.pathname).toBe('/login')
    await client.admin('AdminEnableUser', { Username: email })
    expect((await ui.authorize()).url.pathname).toBe('/callback')
    await client.advance(3_600_000)
    expect((await ui.authorize()).url.pathname).toBe('/login')
    await ui.signIn(await ui.authorize())
    await client.control('POST', '/reset')
    expect((await ui.authorize()).url.pathname).toBe('/login')
  })

  test('ends with /logout', async () => {
    const { userPoolClientId: client_id } = sandbox.config
    const out = (parameters: Record<string, string>) =>
      ui.open(`/logout?${new URLSearchParams({ client_id, ...parameters })}`)
    const rejected = await out({ logout_uri: 'https://elsewhere.example/' })
    expect([rejected.status, rejected.url.pathname]).toEqual([400, '/logout'])
    expect(answerIn(await ui.authorize())).toHaveProperty('code')
    const left = await out({ logout_uri: 'http://localhost:3000/bye' })
    expect(left.url.href).toBe('http://localhost:3000/bye')
    expect((await ui.authorize()).url.pathname).toBe('/login')
    await ui.signIn(await ui.authorize())
    expect((await ui.open(`/logout?${ui.query()}`)).url.pathname).toBe('/login')
    expect((await ui.open(`/logout?client_id=other&logout_uri=http://localhost/`)).status).toBe(400)
  })

  test('is required by prompt=none', async () => {
    const { open } = hostedUi(sandbox)
    expect(answerIn(await open(`/oauth2/authorize?${ui.query({ prompt: 'none' })}`))).toEqual({
      error: 'login_required',
      error_description: 'The user is not signed in',
      state: 'xyz',
    })
  })
})
