import { enterAndCreatePasskey, expect, signOutUntouched, test } from '../support/passwordless.ts'

// The other ways: nightly/passwordless.spec.ts.

test('a passkey is created at the first sign-in, and signs in at the second', async ({
  app,
  authenticator,
  member,
  page,
}) => {
  await enterAndCreatePasskey(app, member)
  expect(await authenticator.credentials()).toHaveLength(1)
  await signOutUntouched(app, authenticator)
  await expect(app.signIn.password).toBeHidden()
  await expect(app.signIn.email).toHaveValue(member.email)

  await authenticator.isTouched(true)
  await app.signIn.signIn.click()
  await app.expectRoute('signedIn')
  await expect(page.locator('main')).toContainText(member.email)
})
