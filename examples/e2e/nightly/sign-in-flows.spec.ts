import { text } from '../models/texts.ts'
import { otherThan } from '../support/codes.ts'
import { addApp, createMfaUser, maskedPhone, turnOn } from '../support/mfa.ts'
import { createUser, invite } from '../support/person.ts'
import { nameRequiredPool, totpPool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { signIn } from '../support/visitor.ts'

// Firefox runs these, too.

test('a new code after the cool-down, which makes the old one useless', async ({
  app,
  cognito,
  page,
  person,
}) => {
  await page.clock.install()
  await app.register(person)
  const old = await cognito.lastCode(person.email)
  await expect(app.confirmSignUp.resend).toBeDisabled()
  const wait = page.locator('main').getByText(/\bin \d+ seconds\b/)
  await expect(wait).toBeVisible()
  const shown = await wait.textContent()
  await page.clock.runFor(2_000)
  await expect(wait).not.toHaveText(shown ?? '')

  await page.clock.runFor(30_000)
  await expect(wait).toBeHidden()
  await app.confirmSignUp.resend.click()
  await expect(app.status).toContainText(text('notice.codeSent'))
  await expect(app.confirmSignUp.resend).toBeDisabled()
  const fresh = await cognito.lastCode(person.email)
  expect(fresh).not.toBe(old)

  await app.confirmSignUp.submit(old)
  await expect(app.alert).toContainText(text('failure.codeMismatch'))
  await app.confirmSignUp.submit(fresh)
  await app.expectRoute('signedIn')
})

test('a choice between all three, and the code of the one that was chosen', async ({
  app,
  canary,
  cognito,
  person,
  visitor,
}) => {
  await createMfaUser(cognito, person, 'SMSMfaSettings')
  await cognito.administer('AdminSetUserMFAPreference', person.email, {
    SMSMfaSettings: { Enabled: false },
  })
  const secret = await addApp(cognito, canary, person, 'Work phone')
  await turnOn(cognito, person, 'SMSMfaSettings', 'EmailMfaSettings', 'SoftwareTokenMfaSettings')
  await signIn(visitor)
  await app.expectRoute('selectMfaType')
  await expect(app.selectMfaType.choices).toHaveCount(3)
  await app.selectMfaType.choose(app.selectMfaType.sms)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText(maskedPhone)
  await app.back.click()
  await app.expectRoute('signIn')
  await expect(app.signIn.email).toHaveValue(person.email)

  await app.signIn.submit(person)
  await app.expectRoute('selectMfaType')
  await app.selectMfaType.choose(app.selectMfaType.app)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText(text('text.codeByNamedApp', { app: 'Work phone' }))
  const code = await canary.totpCode(secret, cognito.now)
  await app.confirmSignIn.submit(otherThan(code))
  await expect(app.alert).toContainText(text('failure.codeMismatch'))
  await app.confirmSignIn.submit(code)
  await app.expectRoute('signedIn')
})

test('an authenticator app set up during sign-in, and required the next time', async ({
  app,
  canary,
  cognito,
  person,
  visitor,
}) => {
  await cognito.patchPool(totpPool)
  await createUser(cognito, person)
  await signIn(visitor)
  await app.expectRoute('setupTotp')
  const secret = await app.setupTotp.readSecret()
  const account = `Authchart:${encodeURIComponent(person.email)}`
  const uri = `otpauth://totp/${account}?secret=${secret}&issuer=Authchart`
  expect(await app.setupTotp.readPicture()).toBe(uri)

  const code = await canary.totpCode(secret, cognito.now)
  await app.setupTotp.submit(otherThan(code))
  await expect(app.alert).toContainText(text('failure.codeMismatch'))
  await expect(app.setupTotp.code).toBeFocused()
  expect(await app.setupTotp.readSecret()).toBe(secret)
  await app.setupTotp.deviceName.fill('Blue phone')
  await app.setupTotp.submit(code)
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')

  await cognito.advance(60_000)
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText('Blue phone')
  await app.confirmSignIn.submit(await canary.totpCode(secret, cognito.now))
  await app.expectRoute('signedIn')
})

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
  await expect(app.main).toContainText(member.email)
  const { resetPassword } = app
  const code = await cognito.lastCode(member.email)
  const password = canary.password()
  await resetPassword.submitBoth(otherThan(code), password)
  await expect(app.alert).toContainText(text('failure.codeMismatch'))
  await expect(resetPassword.code).toHaveAttribute('aria-invalid', 'true')
  await expect(resetPassword.code).toBeFocused()
  await expect(resetPassword.code).toHaveValue('')
  await expect(resetPassword.password.input).toHaveValue(password)

  await resetPassword.submitBoth(code, canary.password({ weak: true }))
  await expect(app.alert).toContainText(text('problem.passwordRules'))
  await expect(resetPassword.password.input).toHaveAttribute('aria-invalid', 'true')
  await expect(resetPassword.password.input).toBeFocused()

  await resetPassword.submitBoth(code, password)
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit({ ...member, password })
  await app.expectRoute('signedIn')
})

test('the rules of a password pass one by one while it is typed', async ({ app, member }) => {
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(member.email)
  await app.expectRoute('resetPassword')
  const { input, left, rules, passed } = app.resetPassword.password
  await expect(rules).toHaveCount(5)
  await expect(passed).toHaveCount(0)
  const steps = [
    { typed: 'aaaaaaaa', count: 2, rest: ['rule.uppercase', 'rule.number', 'rule.symbol'] },
    { typed: 'A', count: 3, rest: ['rule.number', 'rule.symbol'] },
    { typed: '1', count: 4, rest: ['rule.symbol'] },
    { typed: '!', count: 5, rest: [] },
  ] as const
  for (const { typed, count, rest } of steps) {
    await input.pressSequentially(typed)
    await expect(passed).toHaveCount(count)
    await expect(left).toHaveText(rest.map((rule) => text(rule)).join(' · '))
  }
  await input.press('Backspace')
  await expect(passed).toHaveCount(4)
})

test('a temporary password gives way to an own one, with the attribute that was missing', async ({
  app,
  canary,
  cognito,
  person,
}) => {
  await cognito.patchPool(nameRequiredPool)
  await invite(cognito, person)
  await app.open()
  await app.signIn.submit(person)
  await app.expectRoute('newPassword')
  const { newPassword } = app
  await expect(newPassword.rules).toHaveCount(5)
  await newPassword.input.fill(canary.password({ weak: true }))
  await newPassword.continue.click()
  await expect(app.alert).toContainText([text('problem.passwordRules'), text('problem.required')])
  await expect(newPassword.input).toBeFocused()
  await newPassword.givenName.fill('Ada')
  await newPassword.continue.click()
  await expect(app.alert).toContainText(text('problem.passwordRules'))
  await expect(newPassword.input).toHaveAttribute('aria-invalid', 'true')
  await expect(newPassword.input).toBeFocused()
  await expect(newPassword.givenName).toHaveValue('Ada')

  const password = canary.password()
  await newPassword.input.fill(password)
  await expect(newPassword.passed).toHaveCount(5)
  await newPassword.continue.click()
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit({ ...person, password })
  await app.expectRoute('signedIn')
})

test('Cognito is down, and works again', async ({ app, cognito, member }) => {
  await app.open()
  await app.expectRoute('signIn')
  await cognito.goDown()
  await app.signIn.submit(member)
  await expect(app.alert).toContainText(text('failure.network'))
  await expect(app.signIn.password).toHaveValue(member.password)

  await cognito.comeUp()
  await app.signIn.signIn.click()
  await app.expectRoute('signedIn')
})
