import type { Locator } from '@playwright/test'
import { text } from '../models/texts.ts'
import { pressTo } from '../support/keyboard.ts'
import { mfaPool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'

test('from the sign-up to a new password with a second factor, by keyboard alone', async ({
  app,
  canary,
  cognito,
  page,
  person,
}) => {
  const { keyboard } = page
  const { load, password, secondFactors } = app.settings
  const next = canary.password()
  async function type(field: Locator, value: string) {
    await pressTo(field)
    await keyboard.type(value)
  }
  async function pressOn(button: Locator) {
    await pressTo(button)
    await keyboard.press('Enter')
  }
  async function signIn(secret: string, word = person.password) {
    await app.expectRoute('signIn')
    await type(app.signIn.email, person.email)
    await type(app.signIn.password, word)
    await keyboard.press('Enter')
    await app.expectRoute('confirmSignIn')
    // Cognito accepts a code once.
    await cognito.advance(60_000)
    await type(app.confirmSignIn.code, await canary.totpCode(secret, cognito.now))
    await keyboard.press('Enter')
    await app.expectRoute('signedIn')
  }

  await cognito.patchPool(mfaPool('OPTIONAL'))
  await app.open()
  await pressOn(app.signIn.createAccount)
  await app.expectRoute('signUp')
  await type(app.signUp.email, person.email)
  await type(app.signUp.password, person.password)
  await keyboard.press('Enter')
  await app.expectRoute('confirmSignUp')
  await type(app.confirmSignUp.code, await cognito.lastCode(person.email))
  await keyboard.press('Enter')
  await app.expectRoute('signedIn')

  await pressOn(load)
  await pressTo(app.settings.profile.tab)
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(secondFactors.tab).toBeFocused()
  await pressOn(secondFactors.setUpApp)
  await app.expectRoute('setupTotp')
  const secret = await app.setupTotp.readSecret()
  await type(app.setupTotp.code, await canary.totpCode(secret, cognito.now))
  await keyboard.press('Enter')
  await app.expectRoute('signedIn')
  await expect(app.status).toContainText(text('notice.totpVerified'))

  await pressOn(app.signedIn.signOut)
  await signIn(secret)
  await pressOn(load)
  await pressTo(app.settings.profile.tab)
  await keyboard.press('ArrowDown')
  await expect(password.tab).toBeFocused()
  await type(password.previous, person.password)
  await type(password.next.input, next)
  await keyboard.press('Enter')
  await expect(app.status).toContainText(text('notice.passwordChanged'))

  await pressOn(app.signedIn.signOut)
  await signIn(secret, next)
})
