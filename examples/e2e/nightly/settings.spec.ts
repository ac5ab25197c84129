import { maskedPhone, phone } from '../support/mfa.ts'
import { mfaPool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'

test('an account is deleted after the word was typed, with all that was stored', async ({
  app,
  page,
  person,
  visitor,
}) => {
  const { dangerZone } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await expect(dangerZone.confirmation).toBeHidden()
  await dangerZone.open.click()
  await expect(dangerZone.open).toHaveAttribute('aria-expanded', 'true')
  await dangerZone.deleteForGood.click()
  await expect(dangerZone.confirmation).toBeFocused()
  await dangerZone.confirmation.fill('remove')
  await dangerZone.deleteForGood.click()
  await expect(dangerZone.alert).toContainText('Type the word “delete” to go on.')
  await expect(dangerZone.confirmation).toHaveAttribute('aria-invalid', 'true')
  await app.expectRoute('signedIn')

  await dangerZone.confirmation.fill('delete')
  await dangerZone.deleteForGood.click()
  await app.expectRoute('signIn')
  await expect(app.status).toContainText('Your account is deleted.')
  await expect(app.signIn.email).toHaveValue('')
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  await app.signIn.submit(person)
  await expect(app.alert).toContainText('password is not right')
})

test('the question can be put away again', async ({ app, visitor }) => {
  const { dangerZone } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await dangerZone.open.click()
  await expect(dangerZone.confirmation).toBeVisible()
  await dangerZone.open.click()
  await expect(dangerZone.confirmation).toBeHidden()
  await expect(dangerZone.open).toHaveAttribute('aria-expanded', 'false')
})

test('each sign-in starts at home again', async ({ app, person, visitor }) => {
  await comeHome(visitor)
  await app.settings.open()
  await app.settings.dangerZone.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await app.expectRoute('signedIn')
  await expect(app.settings.home).toHaveAttribute('aria-selected', 'true')
  await expect(app.settings.profile.region).toBeHidden()
})

test('only the form that failed says so', async ({ app, canary, cognito, visitor }) => {
  const { password, profile } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await password.submit(canary.password(), canary.password())
  await expect(password.alert).not.toBeEmpty()
  await expect(app.alert.filter({ hasText: /\S/ })).toHaveCount(1)
  await cognito.addFault({ operation: 'UpdateUserAttributes', drop: true })
  await profile.name.fill('Ada')
  await profile.save.click()
  await expect(profile.alert).toContainText('cannot be reached')
  await expect(app.alert.filter({ hasText: /\S/ })).toHaveCount(1)
  await expect(profile.name).toHaveValue('Ada')
})

test('a second factor is turned on, used, and turned off again', async ({
  app,
  cognito,
  person,
  visitor,
}) => {
  await cognito.patchPool(mfaPool('OPTIONAL'))
  await comeHome(visitor, { phone_number: phone, phone_number_verified: 'true' })
  await app.settings.open()
  const { secondFactors } = app.settings
  const sms = secondFactors.state('Text message (SMS)')
  await expect(secondFactors.none).toBeChecked()
  await expect(sms).toHaveText('Off')
  await secondFactors.choose(secondFactors.sms)
  await expect(app.status).toContainText('Your choice is saved.')
  await expect(sms).toHaveText('On, preferred')
  await app.reload()
  await app.settings.open()
  await expect(sms).toHaveText('On, preferred')
  await expect(secondFactors.sms).toBeChecked()

  await secondFactors.choose(secondFactors.email)
  await expect(secondFactors.state('Email message')).toHaveText('On, preferred')
  await expect(sms).toHaveText('On')
  await secondFactors.choose(secondFactors.sms)
  await expect(sms).toHaveText('On, preferred')

  await app.settings.dangerZone.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText(maskedPhone)
  await app.confirmSignIn.submit(await cognito.lastCode(phone))
  await app.expectRoute('signedIn')

  await app.settings.open()
  await secondFactors.choose(secondFactors.none)
  await expect(app.status).toContainText('Your choice is saved.')
  await expect(sms).toHaveText('Off')
  await app.settings.dangerZone.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await app.expectRoute('signedIn')
})

test('the password: the wrong current one, a weak new one, then changed', async ({
  app,
  canary,
  person,
  visitor,
}) => {
  const { password } = app.settings
  const next = canary.password()
  await comeHome(visitor)
  await app.settings.open()
  await password.submit(canary.password(), next)
  await expect(password.alert).toContainText('not your current password')
  await expect(password.previous).toHaveAttribute('aria-invalid', 'true')
  await expect(password.previous).toBeFocused()
  await expect(password.previous).toHaveValue('')
  await expect(password.next.input).toHaveAttribute('aria-invalid', 'false')
  await expect(password.next.input).toHaveValue(next)

  await password.submit(person.password, canary.password({ weak: true }))
  await expect(password.alert).toContainText('uppercase')
  await expect(password.next.input).toHaveAttribute('aria-invalid', 'true')
  await expect(password.next.input).toBeFocused()

  await password.submit(person.password, next)
  await expect(app.status).toContainText('Your password is changed.')
  await expect(password.alert).toBeEmpty()
  await expect(password.previous).toHaveValue('')
  await expect(password.next.input).toHaveValue('')

  await app.settings.dangerZone.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await expect(app.alert).toContainText('password is not right')
  await app.signIn.submit({ ...person, password: next })
  await app.expectRoute('signedIn')
})

test('what is left empty is pointed at, and the rules follow', async ({ app, canary, visitor }) => {
  const { password } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await password.change.click()
  await expect(password.alert).toContainText('Enter your current password')
  await expect(password.previous).toBeFocused()
  await expect(password.next.passed).toHaveCount(0)
  await password.next.input.fill(canary.password())
  await expect(password.next.passed).toHaveCount(5)
})

test('what is not accepted is pointed at', async ({ app, person, visitor }) => {
  const { profile } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await profile.save.click()
  await expect(profile.alert).toContainText('Change something first')
  await profile.email.fill('not-an-email')
  await profile.save.click()
  await expect(profile.alert).toContainText('does not look like an email')
  await expect(profile.email).toHaveAttribute('aria-invalid', 'true')
  await expect(profile.email).toBeFocused()
  await profile.email.fill(person.email)
  await profile.phone.fill('12')
  await profile.save.click()
  await expect(profile.alert).toContainText('not a phone number')
  await expect(profile.phone).toHaveAttribute('aria-invalid', 'true')
  await expect(profile.phone).toBeFocused()
  await expect(profile.email).toHaveAttribute('aria-invalid', 'false')
})

test('what cannot be read says so, and can be read again', async ({ app, cognito, visitor }) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: 'GetUser', drop: true })
  await cognito.addFault({ operation: 'ListDevices', drop: true })
  await app.settings.tab.click()
  const { profile, devices } = app.settings
  await expect(profile.alert).toContainText('cannot be reached')
  await expect(devices.alert.first()).toContainText('cannot be reached')
  await cognito.clearFaults()
  await profile.retry.click()
  await expect(profile.email).toHaveValue(visitor.person.email)
  await devices.retry.click()
  await expect(devices.region).toContainText('No devices yet.')
  await app.expectRoute('signedIn')
})
