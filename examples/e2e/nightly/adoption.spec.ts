import type { Page } from '@playwright/test'
import type { AppModel } from '../models/app.model.ts'
import { watchRequests } from '../support/requests.ts'
import { StockPage } from '../support/stock-page.ts'
import { expect, test } from '../support/test.ts'

const cookies = { expires: 30 }

const places = [
  { place: 'local storage', config: {}, storage: undefined },
  { place: 'cookies', config: { cookieStorage: cookies }, storage: cookies },
]

/** Requests that the app may send without a sign-in, a sign-out or a refresh. */
const readings = ['GetUser', 'ListDevices']

async function expectSignedInAtOnce(app: AppModel, email: string): Promise<void> {
  const sent = watchRequests(app.page)
  await app.open()
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText(email)
  await app.reload()
  await app.expectRoute('signedIn')
  expect(sent.filter((operation) => !readings.includes(operation))).toEqual([])
}

/** The last parts of a session's keys, in cookies and in local storage. */
async function keysOfSession(page: Page): Promise<string[]> {
  const { cookies, origins } = await page.context().storageState()
  return [...cookies, ...origins.flatMap(({ localStorage }) => localStorage)]
    .map(({ name }) => name)
    .filter((name) => name.startsWith('CognitoIdentityServiceProvider.'))
    .map((name) => name.split('.').at(-1) ?? '')
    .sort()
}

for (const library of ['identity-js', 'amplify'] as const) {
  for (const { place, config, storage } of places) {
    test(`${library} signed in before, with ${place}: the app goes on with its session`, async ({
      app,
      cognito,
      member,
      page,
    }) => {
      app.configure(config)
      const before = await StockPage.open(page, library, cognito, storage)
      await before.signIn(member)
      const { username, accessToken } = await before.find()

      await expectSignedInAtOnce(app, member.email)
      const after = await StockPage.open(page, library, cognito, storage)
      expect(await after.find()).toEqual({ username, accessToken })

      await app.open()
      await app.signedIn.signOut.click()
      await app.expectRoute('signIn')
      expect(await keysOfSession(page)).toEqual([])
      const last = await StockPage.open(page, library, cognito, storage)
      await expect(last.find()).rejects.toThrow()
    })

    test(`the app signed in before, with ${place}: ${library} goes on with its session`, async ({
      app,
      cognito,
      member,
      page,
    }) => {
      app.configure(config)
      await app.enter(member)
      expect(await keysOfSession(page)).toEqual([
        'LastAuthUser',
        'accessToken',
        'clockDrift',
        'idToken',
        'refreshToken',
      ])
      const after = await StockPage.open(page, library, cognito, storage)
      const { username, accessToken } = await after.find()
      expect(username).toMatch(/^[\da-f-]{36}$/)
      await cognito.call('GetUser', { AccessToken: accessToken })

      await after.signOut()
      await app.open()
      await app.expectRoute('signIn')
    })
  }
}
