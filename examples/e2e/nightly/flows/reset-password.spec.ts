import { otherThan } from '../../support/codes.ts'
import { masked } from '../../support/mfa.ts'
import { createUser } from '../../support/person.ts'
import { expect, test } from '../../support/test.ts'
import { signIn } from '../../support/visitor.ts'

test('a forgotten password: a wrong code, a weak password, then signed in', async ({
  app,
  canary,
  cognito,
  member,
}) => {
  await app.open()
  await app.signIn.email.fill(member.email)
  await app.signIn.forgotPassword.click()
  await app.expectRoute('forgotPassword')
  await app.forgotPassword.submit(member.email)
  await app.expectRoute('resetPassword')
  await expect(app.main).toContainText(masked(member))
  const { resetPassword } = app
  const code = await cognito.lastCode(member.email)
  const password = canary.password()
  await resetPassword.submitBoth(otherThan(code), password)
  await expect(app.alert).toContainText('not the code')
  await expect(resetPassword.code).toHaveAttribute('aria-invalid', 'true')
  await expect(resetPassword.code).toBeFocused()
  await expect(resetPassword.code).toHaveValue('')
  await expect(resetPassword.password.input).toHaveValue(password)

  await resetPassword.submitBoth(code, canary.password({ weak: true }))
  await expect(app.alert).toContainText('uppercase')
  await expect(resetPassword.password.input).toHaveAttribute('aria-invalid', 'true')
  await expect(resetPassword.password.input).toBeFocused()

  await resetPassword.submitBoth(code, password)
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit({ ...member, password })
  await app.expectRoute('signedIn')
})

test('the rules of a password pass one by one while it is typed', async ({ app, member, page }) => {
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(member.email)
  await app.expectRoute('resetPassword')
  const { input, rules, passed } = app.resetPassword.password
  await expect(rules).toHaveCount(5)
  await expect(passed).toHaveCount(0)
  const steps = [
    { typed: 'aaaaaaaa', count: 2, left: '3 rules left.' },
    { typed: 'A', count: 3, left: '2 rules left.' },
    { typed: '1', count: 4, left: '1 rule left.' },
    { typed: '!', count: 5, left: 'The password follows all the rules.' },
  ]
  for (const { typed, count, left } of steps) {
    await input.pressSequentially(typed)
    await expect(passed).toHaveCount(count)
    await expect(page.getByText(left, { exact: true })).toHaveCount(1)
  }
  await input.press('Backspace')
  await expect(passed).toHaveCount(4)
})

test('a reset that an administrator forced: a code, a new password, and in', async ({
  app,
  canary,
  cognito,
  person,
  visitor,
}) => {
  await createUser(cognito, person)
  await cognito.administer('AdminResetUserPassword', person.email)
  await signIn(visitor)
  await app.expectRoute('resetPassword')
  await expect(app.status).toContainText('A new code is on its way')
  await expect(app.main).toContainText(masked(person))
  const password = canary.password()
  await app.resetPassword.submitBoth(await cognito.lastCode(person.email), password)
  await app.expectRoute('signedIn')
})

test('a further code after the cool-down', async ({ app, canary, cognito, member, page }) => {
  await page.clock.install()
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(member.email)
  await app.expectRoute('resetPassword')
  const old = await cognito.lastCode(member.email)
  await expect(app.resetPassword.resend).toBeDisabled()
  await page.clock.runFor(31_000)
  await app.resetPassword.resend.click()
  await expect(app.status).toContainText('A new code is on its way')
  await expect(app.resetPassword.resend).toBeDisabled()
  const fresh = await cognito.lastCode(member.email)
  expect(fresh).not.toBe(old)
  await app.resetPassword.submitBoth(fresh, canary.password())
  await app.expectRoute('signedIn')
})

test('nobody learns who has an account', async ({ app, canary, person }) => {
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(person.email)
  await app.expectRoute('resetPassword')
  await app.resetPassword.submitBoth('123456', canary.password())
  await expect(app.alert).toContainText('code')
  await app.expectRoute('resetPassword')
  await app.back.click()
  await app.expectRoute('signIn')
})

test('who has no verified contact is told so', async ({ app, cognito, person }) => {
  await createUser(cognito, person, { email_verified: 'false' })
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(person.email)
  await expect(app.alert).toContainText('no confirmed email or phone')
  await app.expectRoute('forgotPassword')
})
