// biome-ignore-all lint/suspicious/noConsole: pages log here what the canary has to see

import type { Browser } from '@playwright/test'
import { AppModel } from '../models/app.model.ts'
import { Canary } from '../models/canary.ts'
import type { LocalCognito } from '../support/local-cognito.ts'
import { turnOn } from '../support/mfa.ts'
import { createUser } from '../support/person.ts'
import { devicePool, totpPool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'

/** An app with a canary of its own, so that its findings do not fail the test. */
async function openWatched(browser: Browser, cognito: LocalCognito, baseURL = '') {
  const context = await browser.newContext({ baseURL })
  const canary = new Canary({ app: baseURL, sandbox: cognito.config.endpoint })
  await canary.watch(context)
  const app = await AppModel.prepare(await context.newPage(), cognito)
  await app.open()
  return { app, canary, context }
}

const log = (app: AppModel, text: string) =>
  app.page.evaluate((text) => window.console.log({ text }), text)

test('the canary catches: the session of a challenge, a TOTP secret and its codes', async ({
  browser,
  cognito,
  person,
  baseURL,
}) => {
  await cognito.patchPool(totpPool)
  await createUser(cognito, person)
  const { app, canary, context } = await openWatched(browser, cognito, baseURL)
  await app.signIn.submit(person)
  await app.expectRoute('setupTotp')
  const secret = await app.setupTotp.readSecret()
  const pending = await app.page.evaluate(() => Object.values(sessionStorage).join())
  const { session } = JSON.parse(pending).challenge as { session: string }
  expect(session).toBeTruthy()
  expect(await canary.leaks([])).toEqual([])

  const found = async () => [...new Set((await canary.leaks([])).map(({ what }) => what))]
  await log(app, session)
  await expect.poll(found).toEqual(['session of a challenge'])
  await log(app, secret)
  await expect.poll(found).toEqual(['session of a challenge', 'TOTP secret'])
  await log(app, await canary.totpCode(secret, cognito.now))
  await expect.poll(found).toEqual(['session of a challenge', 'TOTP secret', 'code'])

  await app.setupTotp.leave.click()
  await app.expectRoute('signIn')
  const before = (await canary.leaks([])).length
  await app.page.evaluate((text) => document.body.setAttribute('data-draft', text), secret)
  await expect.poll(async () => (await canary.leaks([])).length).toBeGreaterThan(before)
  await context.close()
})

test('the canary catches: the password of a device', async ({
  browser,
  cognito,
  person,
  baseURL,
}) => {
  await cognito.patchPool(devicePool)
  await createUser(cognito, person)
  await turnOn(cognito, person, 'EmailMfaSettings')
  const { app, canary, context } = await openWatched(browser, cognito, baseURL)
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignIn')
  await app.confirmSignIn.submit(await cognito.lastCode(person.email))
  await app.expectRoute('signedIn')
  await expect.poll(() => app.storedToken('randomPasswordKey')).toBeTruthy()
  const outbox = await cognito.outbox()
  expect(await canary.leaks(outbox)).toEqual([])

  const password = (await app.storedToken('randomPasswordKey')) ?? ''
  await app.page.evaluate((text) => sessionStorage.setItem('draft', text), password)
  await expect
    .poll(async () => (await canary.leaks(outbox)).map(({ what }) => what))
    .toContain('device password')
  await context.close()
})
