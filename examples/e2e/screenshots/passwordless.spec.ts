import { text } from '../models/texts.ts'
import { enterAndCreatePasskey, expect, signOutUntouched, test } from '../support/passwordless.ts'
import { takePictures } from '../support/pictures.ts'

test.describe.configure({ timeout: 120_000 })

/** Takes the pictures of a screen, on a phone and on a desktop. */
const pictures = test.extend<{ take: (name: string) => Promise<void> }>({
  take: async ({ page }, use, { project }) => {
    await use((name) =>
      takePictures(page, `${project.name}-passwordless-${name}`, ['phone', 'desktop']),
    )
  },
})

pictures(
  'the user name first, and the choice of a factor',
  async ({ app, authenticator: _, cognito, member, take }) => {
    await app.open()
    await take('signIn')
    await app.signIn.submitName(member)
    await app.expectRoute('selectFactor')
    await take('selectFactor')
    await app.selectFactor.submit('Not-the-password-1')
    await expect(app.alert).toBeVisible()
    await take('selectFactor-alert')
    await app.selectFactor.email.click()
    await app.expectRoute('confirmSignIn')
    await take('confirmSignIn')
    const code = await cognito.lastCode(member.email)
    await app.confirmSignIn.submit(code === '00000000' ? '11111111' : '00000000')
    await expect(app.alert).toBeVisible()
    await take('confirmSignIn-alert')
  },
)

pictures('a passkey that is offered', async ({ app, authenticator, member, take }) => {
  await app.open()
  await app.signIn.submitName(member)
  await app.expectRoute('selectFactor')
  await app.selectFactor.submit(member.password)
  await app.expectRoute('passkeyPrompt')
  await take('passkeyPrompt')
  await authenticator.isTouched(false)
  await app.passkeyPrompt.create.click()
  await expect(app.passkeyPrompt.create).toBeDisabled()
  await take('passkeyPrompt-pending')
  await app.cancel.click()
  await app.expectRoute('passkeyPrompt')
  await authenticator.verifiesUser(false)
  await authenticator.isTouched(true)
  await app.passkeyPrompt.create.click()
  await expect(app.alert).toBeVisible()
  await take('passkeyPrompt-alert')
})

pictures('a sign-in with a passkey', async ({ app, authenticator, cognito, member, take }) => {
  await cognito.patchPool({ WebAuthnConfiguration: { UserVerification: 'required' } })
  await enterAndCreatePasskey(app, member)
  await take('signedIn')
  await signOutUntouched(app, authenticator)
  await take('signIn-known')
  await app.signIn.submitName(member)
  await app.expectRoute('passkey')
  await expect(app.status).toContainText(text('status.passkey'))
  await take('passkey-signing')
  await app.cancel.click()
  await expect(app.passkey.usePasskey).toBeEnabled()
  await take('passkey')
  await authenticator.verifiesUser(false)
  await authenticator.isTouched(true)
  await app.passkey.usePasskey.click()
  await expect(app.alert).toBeVisible()
  await take('passkey-alert')
  await app.passkey.otherFactor.click()
  await app.expectRoute('selectFactor')
  await take('selectFactor-passkey')
})

pictures('the passkeys in the settings', async ({ app, authenticator, member, take }) => {
  const { passkeys } = app.settings
  await enterAndCreatePasskey(app, member)
  await app.settings.open()
  await passkeys.show()
  await expect(passkeys.items).toHaveCount(1)
  await take('settings')
  await passkeys.delete.click()
  await expect(passkeys.items).toHaveCount(0)
  await take('settings-none')
  await authenticator.verifiesUser(false)
  await passkeys.create.click()
  await expect(passkeys.alert).toBeVisible()
  await take('settings-alert')
})

pictures('a sign-up without a password', async ({ app, authenticator: _, person, take }) => {
  await app.open()
  await app.signIn.createAccount.click()
  await app.expectRoute('signUp')
  await take('signUp')
  await app.signUp.email.fill(person.email)
  await app.signUp.createAccount.click()
  await app.expectRoute('confirmSignUp')
  await take('confirmSignUp')
})

pictures(
  'a browser without passkeys',
  async ({ app, authenticator, cognito, member, page, take }) => {
    await cognito.patchPool({ WebAuthnConfiguration: { UserVerification: 'required' } })
    await enterAndCreatePasskey(app, member)
    await signOutUntouched(app, authenticator)
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'))
    await app.open()
    await app.signIn.submitName(member)
    await expect(app.alert).toBeVisible()
    await take('passkey-unsupported')
  },
)
