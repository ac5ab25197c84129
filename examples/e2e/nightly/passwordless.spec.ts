import { text } from '../models/texts.ts'
import { phone } from '../support/mfa.ts'
import {
  enterAndCreatePasskey,
  enterByPassword,
  expect,
  signOutUntouched,
  test,
} from '../support/passwordless.ts'
import { createUser, openWithoutPassword } from '../support/person.ts'
import { watchRequests } from '../support/requests.ts'

test.describe.configure({ timeout: 90_000 })

test('a sign-up without a password, a passkey, and in by it', async ({
  app,
  authenticator,
  cognito,
  person,
}) => {
  await app.open()
  await app.signIn.createAccount.click()
  await app.signUp.email.fill(person.email)
  await app.signUp.createAccount.click()
  await app.expectRoute('confirmSignUp')
  await app.confirmSignUp.submit(await cognito.lastCode(person.email))
  await app.expectRoute('passkeyPrompt')
  await app.passkeyPrompt.create.click()
  await app.expectRoute('signedIn')
  await expect(app.status).toContainText(text('notice.passkeyRegistered'))
  expect(await authenticator.credentials()).toHaveLength(1)

  await signOutUntouched(app, authenticator)
  await authenticator.isTouched(true)
  await app.signIn.submitName(person)
  await app.expectRoute('signedIn')
})

test.describe('in a browser with a list of passkeys in fields', () => {
  test.use({ canAutofill: true })

  test('the field for the user name offers the passkey that was created last', async ({
    app,
    authenticator,
    member,
    page,
  }) => {
    await enterAndCreatePasskey(app, member)
    await signOutUntouched(app, authenticator)
    await expect(app.signIn.email).toHaveAttribute('autocomplete', 'username webauthn')
    await expect(app.signIn.email).toHaveValue(member.email)
    // Chromium's authenticator picks the first of a list, if it is touched when the list opens.
    await page.goto('about:blank')
    await authenticator.isTouched(true)
    await app.open()
    await app.expectRoute('signedIn')
  })
})

test('a code by email signs in a user without a password', async ({ app, cognito, person }) => {
  await openWithoutPassword(cognito, person)
  await app.open()
  await app.signIn.submitName(person)
  await app.expectRoute('selectFactor')
  await expect(app.selectFactor.password).toBeHidden()
  await app.selectFactor.email.click()
  await app.expectRoute('confirmSignIn')
  await expect(app.confirmSignIn.rememberDevice).toBeHidden()
  await app.confirmSignIn.submit(await cognito.lastCode(person.email))
  await app.expectRoute('passkeyPrompt')
  await app.passkeyPrompt.skip.click()
  await app.expectRoute('signedIn')
})

test('a code by SMS signs in, a wrong one first', async ({
  app,
  authenticator: _,
  cognito,
  person,
}) => {
  await createUser(cognito, person, { phone_number: phone, phone_number_verified: 'true' })
  await app.open()
  await app.signIn.submitName(person)
  await app.expectRoute('selectFactor')
  await app.selectFactor.sms.click()
  await app.expectRoute('confirmSignIn')
  const code = await cognito.lastCode(phone)
  await app.confirmSignIn.submit(code === '00000000' ? '11111111' : '00000000')
  await expect(app.alert).toContainText(text('failure.codeMismatch'))
  await app.confirmSignIn.submit(code)
  await app.expectRoute('passkeyPrompt')
  await app.passkeyPrompt.skip.click()
  await app.expectRoute('signedIn')
})

test('after a cancelled ceremony a code is another way', async ({
  app,
  authenticator,
  cognito,
  member,
}) => {
  await cognito.patchPool({ WebAuthnConfiguration: { UserVerification: 'required' } })
  await enterAndCreatePasskey(app, member)
  await signOutUntouched(app, authenticator)
  await authenticator.verifiesUser(false)
  await authenticator.isTouched(true)
  await app.signIn.submitName(member)
  await app.expectRoute('passkey')
  await expect(app.alert).toContainText(text('failure.passkeyCancelled'))
  await app.passkey.usePasskey.click()
  await expect(app.alert).toContainText(text('failure.passkeyCancelled'))
  await app.passkey.otherFactor.click()
  await app.expectRoute('selectFactor')
  await app.selectFactor.email.click()
  await app.expectRoute('confirmSignIn')
  await app.confirmSignIn.submit(await cognito.lastCode(member.email))
  await app.expectRoute('signedIn')
})

test('a ceremony without an answer can be cancelled', async ({ app, authenticator, member }) => {
  await enterAndCreatePasskey(app, member)
  await signOutUntouched(app, authenticator)
  await app.signIn.submitName(member)
  await app.expectRoute('passkey')
  await expect(app.status).toContainText(text('status.passkey'))
  await app.cancel.click()
  await expect(app.passkey.usePasskey).toBeEnabled()
  await authenticator.isTouched(true)
  await app.passkey.usePasskey.click()
  await app.expectRoute('signedIn')
})

test('a browser that has lost the passkey goes on with the password', async ({
  app,
  authenticator,
  member,
}) => {
  await enterAndCreatePasskey(app, member)
  await signOutUntouched(app, authenticator)
  await authenticator.clear()
  await authenticator.isTouched(true)
  await app.signIn.submitName(member)
  await app.expectRoute('passkey')
  await expect(app.alert).toContainText(text('failure.passkeyCancelled'))
  await app.passkey.otherFactor.click()
  await app.expectRoute('selectFactor')
  await app.selectFactor.submit(member.password)
  await app.expectRoute('signedIn')
})

test('passkeys are created, listed and deleted in the account, and no longer offered', async ({
  app,
  authenticator,
  member,
}) => {
  const { passkeys } = app.settings
  await app.open()
  await enterByPassword(app, member)
  await app.expectRoute('passkeyPrompt')
  await app.passkeyPrompt.skip.click()
  await app.expectRoute('signedIn')
  await app.settings.open()
  await passkeys.show()
  await expect(passkeys.region).toContainText(text('text.noPasskeys'))
  await passkeys.create.click()
  await expect(app.status).toContainText(text('notice.passkeyRegistered'))
  await expect(passkeys.items).toHaveCount(1)
  await expect(passkeys.items).toContainText('Platform passkey')
  await passkeys.create.click()
  await expect(passkeys.alert).toContainText(text('failure.passkeyExists'))
  expect(await authenticator.credentials()).toHaveLength(1)

  await passkeys.delete.click()
  await expect(app.status).toContainText(text('notice.passkeyDeleted'))
  await expect(passkeys.items).toHaveCount(0)
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submitName(member)
  await app.expectRoute('selectFactor')
  await expect(app.selectFactor.email).toBeVisible()
  await expect(app.selectFactor.passkey).toBeHidden()
})

test.describe('in a browser that says it creates passkeys without a dialog, and does not', () => {
  test.use({ canUpgrade: true })

  test('the prompt comes at the second sign-in with a password', async ({
    app,
    authenticator,
    member,
  }) => {
    await app.open()
    await enterByPassword(app, member)
    await app.expectRoute('signedIn')
    await app.signedIn.signOut.click()
    await app.expectRoute('signIn')
    await enterByPassword(app, member)
    await app.expectRoute('passkeyPrompt')
    await app.passkeyPrompt.create.click()
    await app.expectRoute('signedIn')
    expect(await authenticator.credentials()).toHaveLength(1)
  })
})

test('a user who does not want a passkey sees the prompt once', async ({
  app,
  authenticator,
  member,
}) => {
  await app.open()
  await enterByPassword(app, member)
  await app.expectRoute('passkeyPrompt')
  await app.passkeyPrompt.skip.click()
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await enterByPassword(app, member)
  await app.expectRoute('passkeyPrompt')
  await app.passkeyPrompt.never.click()
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await enterByPassword(app, member)
  await app.expectRoute('signedIn')
  expect(await authenticator.credentials()).toEqual([])
})

test('a browser without WebAuthn has no prompt, and says so where a passkey is used', async ({
  app,
  authenticator,
  member,
  page,
}) => {
  await enterAndCreatePasskey(app, member)
  expect(await authenticator.credentials()).toHaveLength(1)
  await signOutUntouched(app, authenticator)
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await app.reload()
  await app.expectRoute('signIn')
  await app.signIn.submitName(member)
  await app.expectRoute('passkey')
  await expect(app.alert).toContainText(text('failure.passkeyUnsupported'))
  await app.passkey.otherFactor.click()
  await app.selectFactor.submit(member.password)
  await app.expectRoute('signedIn')
})

test('a user with a password alone, and no browser with WebAuthn', async ({
  app,
  cognito,
  page,
  person,
}) => {
  await cognito.patchPool({
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  })
  await createUser(cognito, person)
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  const sent = watchRequests(page)
  await app.open()
  await app.signIn.submitName(person)
  await app.expectRoute('selectFactor')
  expect(await app.selectFactor.offers()).toEqual([])
  await app.selectFactor.submit(person.password)
  await app.expectRoute('signedIn')
  expect(sent).not.toContain('ListWebAuthnCredentials')
})
