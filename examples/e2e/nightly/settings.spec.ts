import { text } from '../models/texts.ts'
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
  const { deleteAccount } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await expect(deleteAccount.confirmation).toBeHidden()
  await deleteAccount.show()
  await deleteAccount.delete.click()
  await expect(deleteAccount.confirmation).toBeFocused()
  await deleteAccount.confirmation.fill('remove')
  await deleteAccount.delete.click()
  await expect(deleteAccount.alert).toContainText(
    text('problem.notConfirmed', { word: text('word.delete') }),
  )
  await expect(deleteAccount.confirmation).toHaveAttribute('aria-invalid', 'true')
  await app.expectRoute('signedIn')

  await deleteAccount.confirmation.fill(text('word.delete'))
  await deleteAccount.delete.click()
  await app.expectRoute('signIn')
  await expect(app.status).toContainText(text('notice.userDeleted'))
  await expect(app.signIn.email).toHaveValue('')
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  await app.signIn.submit(person)
  await expect(app.alert).toContainText(text('failure.incorrectCredentials'))
})

test('what was typed stays while another section is looked at', async ({ app, visitor }) => {
  const { deleteAccount, profile } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await deleteAccount.show()
  await deleteAccount.confirmation.fill('del')
  await profile.show()
  await expect(deleteAccount.confirmation).toBeHidden()
  await deleteAccount.show()
  await expect(deleteAccount.confirmation).toHaveValue('del')
})

test('each sign-in starts at home again', async ({ app, person, visitor }) => {
  await comeHome(visitor)
  await app.settings.open()
  await app.settings.devices.show()
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await app.expectRoute('signedIn')
  await expect(app.settings.tabs).toHaveCount(0)
  await app.settings.open()
  await expect(app.settings.profile.tab).toHaveAttribute('aria-selected', 'true')
})

test('only the form that failed says so', async ({ app, canary, cognito, visitor }) => {
  const { password, profile } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await password.show()
  await password.submit(canary.password(), canary.password())
  await expect(password.alert).toBeVisible()
  await expect(app.page.getByText(text('failure.incorrectPreviousPassword'))).toHaveCount(1)
  await profile.show()
  await cognito.addFault({ operation: 'UpdateUserAttributes', drop: true })
  await profile.name.fill('Ada')
  await profile.save.click()
  await expect(profile.alert).toContainText(text('failure.network'))
  await expect(app.page.getByText(text('failure.network'))).toHaveCount(1)
  await expect(app.page.getByText(text('failure.incorrectPreviousPassword'))).toHaveCount(0)
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
  const enabled = async () => {
    const user = await cognito.administer('AdminGetUser', person.email, {})
    return (user as { UserMFASettingList?: string[] }).UserMFASettingList ?? []
  }
  await secondFactors.show()
  await expect(secondFactors.none).toBeChecked()
  await expect(secondFactors.app).toBeDisabled()
  await secondFactors.choose(secondFactors.sms)
  await expect(app.status).toContainText(text('notice.mfaPreferenceSet'))
  await app.reload()
  await app.settings.open()
  await secondFactors.show()
  await expect(secondFactors.sms).toBeChecked()
  expect(await enabled()).toEqual(['SMS_MFA'])

  await secondFactors.choose(secondFactors.email)
  await expect(app.status).toContainText(text('notice.mfaPreferenceSet'))
  expect(await enabled()).toEqual(expect.arrayContaining(['SMS_MFA', 'EMAIL_OTP']))
  await secondFactors.choose(secondFactors.sms)
  await expect(app.status).toContainText(text('notice.mfaPreferenceSet'))

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText(maskedPhone)
  await app.confirmSignIn.submit(await cognito.lastCode(phone))
  await app.expectRoute('signedIn')

  await app.settings.open()
  await secondFactors.show()
  await secondFactors.choose(secondFactors.none)
  await expect(app.status).toContainText(text('notice.mfaPreferenceSet'))
  await expect(secondFactors.none).toBeChecked()
  expect(await enabled()).toEqual([])
  await app.signedIn.signOut.click()
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
  await password.show()
  await password.submit(canary.password(), next)
  await expect(password.alert).toContainText(text('failure.incorrectPreviousPassword'))
  await expect(password.previous).toHaveAttribute('aria-invalid', 'true')
  await expect(password.previous).toBeFocused()
  await expect(password.previous).toHaveValue('')
  await expect(password.next.input).not.toHaveAttribute('aria-invalid')
  await expect(password.next.input).toHaveValue(next)

  await password.submit(person.password, canary.password({ weak: true }))
  await expect(password.alert).toContainText(text('problem.passwordRules'))
  await expect(password.next.input).toHaveAttribute('aria-invalid', 'true')
  await expect(password.next.input).toBeFocused()

  await password.submit(person.password, next)
  await expect(app.status).toContainText(text('notice.passwordChanged'))
  await expect(password.alert).toBeHidden()
  await expect(password.previous).toHaveValue('')
  await expect(password.next.input).toHaveValue('')

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await expect(app.alert).toContainText(text('failure.incorrectCredentials'))
  await app.signIn.submit({ ...person, password: next })
  await app.expectRoute('signedIn')
})

test('what is left empty is pointed at, and the rules follow', async ({ app, canary, visitor }) => {
  const { password } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await password.show()
  await password.change.click()
  await expect(password.alert.first()).toContainText(text('problem.required'))
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
  await expect(profile.alert).toContainText(text('problem.unchanged'))
  await profile.email.fill('not-an-email')
  await profile.save.click()
  await expect(profile.alert).toContainText(text('problem.invalidEmail'))
  await expect(profile.email).toHaveAttribute('aria-invalid', 'true')
  await expect(profile.email).toBeFocused()
  await profile.email.fill(person.email)
  await profile.phone.fill('12')
  await profile.save.click()
  await expect(profile.alert).toContainText(text('problem.invalidPhone'))
  await expect(profile.phone).toHaveAttribute('aria-invalid', 'true')
  await expect(profile.phone).toBeFocused()
  await expect(profile.email).not.toHaveAttribute('aria-invalid')
})

test('what cannot be read says so, and can be read again', async ({ app, cognito, visitor }) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: 'GetUser', drop: true })
  await cognito.addFault({ operation: 'ListDevices', drop: true })
  await app.settings.load.click()
  await expect(app.alert).toContainText(text('failure.network'))
  await expect(app.settings.profile.tab).toBeHidden()
  await cognito.clearFaults()
  await app.settings.open()
  const { profile, devices } = app.settings
  await expect(profile.email).toHaveValue(visitor.person.email)
  await devices.show()
  await expect(devices.region).toContainText(text('text.noDevices'))
  await expect(app.alert).toBeHidden()
  await app.expectRoute('signedIn')
})
