import { expect, test } from '../../support/test.ts'

test('a weak password is refused with the rule, and can be improved', async ({
  app,
  canary,
  person,
}) => {
  await app.open()
  await app.signIn.createAccount.click()
  await app.signUp.submit({ ...person, password: canary.password({ weak: true }) })
  await expect(app.alert).toContainText('uppercase')
  await expect(app.signUp.password).toHaveAttribute('aria-invalid', 'true')
  await expect(app.signUp.password).toBeFocused()
  await expect(app.signUp.email).toHaveValue(person.email)

  await app.signUp.password.fill(person.password)
  await app.signUp.createAccount.click()
  await app.expectRoute('confirmSignUp')
})

test('an e-mail that is taken is pointed at', async ({ app, canary, member }) => {
  await app.open()
  await app.signIn.createAccount.click()
  await app.signUp.submit({ ...member, password: canary.password() })
  await expect(app.alert).toContainText('already an account')
  await expect(app.signUp.email).toHaveAttribute('aria-invalid', 'true')
  await expect(app.signUp.email).toBeFocused()
})

test('something that is no e-mail is pointed at', async ({ app, person }) => {
  await app.open()
  await app.signIn.createAccount.click()
  await app.signUp.submit({ ...person, email: 'nobody' })
  await expect(app.alert).toContainText('email')
  await expect(app.signUp.email).toBeFocused()
})

test('there and back between signing in and signing up', async ({ app }) => {
  await app.open()
  await app.signIn.createAccount.click()
  await app.expectRoute('signUp')
  await app.signUp.haveAccount.click()
  await app.expectRoute('signIn')
})
