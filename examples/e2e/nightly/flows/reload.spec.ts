import { expect, test } from '../../support/test.ts'

test('signIn and signUp stay what they are', async ({ app }) => {
  await app.open()
  await app.expectRoute('signIn')
  await app.reload()
  await app.expectRoute('signIn')
  await app.signIn.createAccount.click()
  await app.expectRoute('signUp')
  await app.reload()
  await app.expectRoute('signUp')
})

test('confirmSignUp remembers where the code went, but not the password', async ({
  app,
  cognito,
  person,
}) => {
  const destination = `${person.email.charAt(0)}***@e***`
  await app.register(person)
  await expect(app.page.locator('main')).toContainText(destination)
  await app.reload()
  await app.expectRoute('confirmSignUp')
  await expect(app.page.locator('main')).toContainText(destination)
  await expect(app.confirmSignUp.resend).toBeDisabled()

  await app.confirmSignUp.submit(await cognito.lastCode(person.email))
  await app.expectRoute('signIn')
  await expect(app.status).toContainText('confirmed')
  await expect(app.signIn.email).toHaveValue(person.email)
  await app.signIn.password.fill(person.password)
  await app.signIn.signIn.click()
  await app.expectRoute('signedIn')
})

test('signedIn stays, with nothing asked of Cognito', async ({ app, cognito, member }) => {
  await app.enter(member)
  await cognito.goDown()
  await app.reload()
  await app.expectRoute('signedIn')
  await expect(app.page.locator('main')).toContainText(member.email)
})

test('in the middle of signing out, the user is signed out', async ({ app, cognito, member }) => {
  await app.enter(member)
  await cognito.addFault({ operation: 'RevokeToken', latencyMs: 20_000 })
  await app.signedIn.signOut.click()
  await app.expectRoute('signingOut')
  await app.reload()
  await app.expectRoute('signIn')
  expect(await app.storedToken('refreshToken')).toBeUndefined()
})

test('in the middle of signing in, nobody is signed in', async ({ app, cognito, member }) => {
  await cognito.addFault({ operation: 'RespondToAuthChallenge', latencyMs: 20_000 })
  await app.open()
  await app.signIn.submit(member)
  await expect(app.cancel).toBeVisible()
  await app.reload()
  await app.expectRoute('signIn')
  await expect(app.cancel).toBeHidden()
})
