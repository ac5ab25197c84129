import { text } from '../models/texts.ts'
import { expectAccessible } from '../support/axe.ts'
import { pressTo } from '../support/keyboard.ts'
import { enterAndCreatePasskey, expect, signOutUntouched, test } from '../support/passwordless.ts'
import { openWithoutPassword } from '../support/person.ts'

test.describe.configure({ timeout: 120_000 })

test('the screens of a sign-in without a password have the focus at their heading, and no violation', async ({
  app,
  authenticator,
  cognito,
  member,
  page,
}) => {
  async function expectScreen(route: Parameters<typeof app.expectRoute>[0]) {
    await app.expectRoute(route)
    await expect(app.heading).toBeFocused()
    await expectAccessible(page)
  }
  await app.open()
  await app.signIn.submitName(member)
  await expectScreen('selectFactor')
  await app.selectFactor.email.click()
  await expectScreen('confirmSignIn')
  await app.confirmSignIn.submit(await cognito.lastCode(member.email))
  await expectScreen('passkeyPrompt')
  await app.passkeyPrompt.create.click()
  await app.expectRoute('signedIn')
  await app.settings.open()
  await app.settings.passkeys.show()
  await expect(app.settings.passkeys.items).toHaveCount(1)
  await expectAccessible(page)

  await signOutUntouched(app, authenticator)
  await app.signIn.submitName(member)
  await app.expectRoute('passkey')
  await expectAccessible(page)
  await app.cancel.click()
  await expect(app.passkey.usePasskey).toBeEnabled()
  await expectAccessible(page)
})

test('a code, the prompt and the list of passkeys by keyboard alone', async ({
  app,
  authenticator,
  cognito,
  page,
  person,
}) => {
  const { keyboard } = page
  const { passkeys } = app.settings
  await openWithoutPassword(cognito, person)
  await app.open()
  await pressTo(app.signIn.email)
  await keyboard.type(person.email)
  await keyboard.press('Enter')
  await app.expectRoute('selectFactor')
  await pressTo(app.selectFactor.email)
  await keyboard.press('Enter')
  await app.expectRoute('confirmSignIn')
  await pressTo(app.confirmSignIn.code)
  await keyboard.type(await cognito.lastCode(person.email))
  await keyboard.press('Enter')
  await app.expectRoute('passkeyPrompt')
  await pressTo(app.passkeyPrompt.skip)
  await keyboard.press('Enter')
  await app.expectRoute('signedIn')
  await pressTo(app.settings.load)
  await keyboard.press('Enter')
  await passkeys.show()
  await pressTo(passkeys.create)
  await keyboard.press('Enter')
  await expect(app.status).toContainText(text('notice.passkeyRegistered'))
  expect(await authenticator.credentials()).toHaveLength(1)
})

test('a passkey, and another way instead of it, by keyboard alone', async ({
  app,
  authenticator,
  member,
  page,
}) => {
  const { keyboard } = page
  await enterAndCreatePasskey(app, member)
  await signOutUntouched(app, authenticator)
  await pressTo(app.signIn.signIn)
  await keyboard.press('Enter')
  await app.expectRoute('passkey')
  await pressTo(app.cancel)
  await keyboard.press('Enter')
  await pressTo(app.passkey.otherFactor)
  await keyboard.press('Enter')
  await app.expectRoute('selectFactor')
  await pressTo(app.selectFactor.password)
  await keyboard.type(member.password)
  await keyboard.press('Enter')
  await app.expectRoute('signedIn')
})
