import type { Page, Request } from '@playwright/test'
import { Canary } from '../models/canary.ts'
import { HostedUiModel } from '../models/hosted-ui.model.ts'
import { text } from '../models/texts.ts'
import { RedirectingPage } from '../support/redirecting-page.ts'
import { expectCleanAddress } from '../support/redirects.ts'
import type { RedirectingConfig } from '../support/stock/redirecting-client.ts'
import { test as base, expect } from '../support/test.ts'
import { openTlsFront } from '../support/tls-front.ts'

interface Fixtures {
  readonly config: RedirectingConfig
  readonly hostedUi: HostedUiModel
}

const test = base.extend<Fixtures>({
  // Amplify keeps what the app never does, e.g. its code verifier in clear: nothing is judged here.
  canary: async ({ cognito, baseURL }, use) => {
    await cognito.reset()
    await use(new Canary({ app: baseURL ?? '', sandbox: cognito.config.endpoint }))
  },
  // Amplify opens `https` only.
  config: async ({ cognito }, use) => {
    const front = await openTlsFront(cognito.config.hostedUiOrigin)
    await use({ ...cognito.config, domain: front.domain })
    await front.close()
  },
  hostedUi: ({ page }, use) => use(new HostedUiModel(page)),
})

test.use({ ignoreHTTPSErrors: true })

const nextRequest = (page: Page, path: string): Promise<Request> =>
  page.waitForRequest((request) => new URL(request.url()).pathname === path)

test('by password, with PKCE and a custom state: the app goes on with the session and ends it', async ({
  app,
  cognito,
  config,
  hostedUi,
  member,
  page,
}) => {
  const amplify = await RedirectingPage.open(page, config)
  const [authorize] = await Promise.all([
    nextRequest(page, '/oauth2/authorize'),
    amplify.signIn(undefined, 'orders-7'),
  ])
  expect(new URL(authorize.url()).origin).toBe(`https://${config.domain}`)
  expect(new URL(authorize.url()).searchParams.get('code_challenge_method')).toBe('S256')
  await hostedUi.expectLogin()
  const [token] = await Promise.all([nextRequest(page, '/oauth2/token'), hostedUi.submit(member)])
  expect(token.postData()).toMatch(/code_verifier=[\w.~-]{43}/)
  expect(await amplify.events('signedIn')).toEqual([
    'customOAuthState: orders-7',
    'signInWithRedirect',
    'signedIn',
  ])
  await expectCleanAddress(page)
  const { accessToken } = await amplify.find()
  await cognito.call('GetUser', { AccessToken: accessToken })

  await amplify.close()
  await app.open()
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText(member.email)
  expect(await app.storedToken('accessToken')).toBe(accessToken)
  await Promise.all([nextRequest(page, '/logout'), app.signedIn.signOut.click()])
  await app.expectRoute('signIn')

  const after = await RedirectingPage.open(page, config)
  await expect(after.find()).rejects.toThrow()
  await after.signIn()
  await hostedUi.expectLogin()
})

test('through Google: the app greets its user, and Amplify signs out of the hosted UI too', async ({
  app,
  config,
  hostedUi,
  page,
}) => {
  const amplify = await RedirectingPage.open(page, config)
  await amplify.signIn('Google')
  await hostedUi.ada.click()
  await amplify.events('signedIn')
  const { username } = await amplify.find()
  expect(username).toMatch(/^Google_\d+$/)

  await amplify.close()
  await app.open()
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText(text('text.signedInWith', { provider: 'Google' }))

  const after = await RedirectingPage.open(page, config)
  expect(await after.find()).toMatchObject({ username })
  const [logout] = await Promise.all([
    nextRequest(page, '/logout'),
    page.waitForEvent('load'),
    after.signOut(),
  ])
  expect(new URL(logout.url()).origin).toBe(`https://${config.domain}`)
  await expect(page).toHaveURL('/')
  await after.close()
  await app.open()
  await app.expectRoute('signIn')
})

test('cancelled at Google: Amplify reports it, and no user is signed in', async ({
  config,
  hostedUi,
  page,
}) => {
  const amplify = await RedirectingPage.open(page, config)
  await amplify.signIn('Google')
  await hostedUi.cancel.click()
  await amplify.events('signInWithRedirect_failure')
  await expect(amplify.find()).rejects.toThrow()
})
