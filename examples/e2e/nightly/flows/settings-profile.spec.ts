import { otherThan } from '../../support/codes.ts'
import { masked, maskedPhone, phone } from '../../support/mfa.ts'
import { expect, test } from '../../support/test.ts'
import { comeHome } from '../../support/visitor.ts'

test('a name: saved, read back after a reload, and removed', async ({ app, visitor }) => {
  const { profile } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await expect(profile.removeName).toBeHidden()
  await profile.name.fill('Ada Lovelace')
  await profile.save.click()
  await expect(app.status).toContainText('Your profile is saved.')
  await expect(profile.removeName).toBeVisible()

  await app.reload()
  await app.expectRoute('signedIn')
  await app.settings.open()
  await expect(profile.name).toHaveValue('Ada Lovelace')
  await profile.removeName.click()
  await expect(app.status).toContainText('It is removed from your profile.')
  await expect(profile.name).toHaveValue('')
  await expect(profile.removeName).toBeHidden()
})

test('a changed e-mail is confirmed by the code that was sent to it', async ({
  app,
  cognito,
  person,
  visitor,
}) => {
  const { profile } = app.settings
  const email = `new.${person.email}`
  await comeHome(visitor)
  await app.settings.open()
  await profile.email.fill(email)
  await profile.save.click()
  await app.expectRoute('confirmContact')
  await expect(app.heading).toBeFocused()
  await expect(app.main).toContainText(masked({ ...person, email }))
  const code = await cognito.lastCode(email)
  await app.confirmContact.submit(otherThan(code))
  await expect(app.alert).toContainText('not the code')
  await expect(app.confirmContact.code).toBeFocused()
  await app.confirmContact.submit(code)
  await app.expectRoute('signedIn')
  await expect(app.status).toContainText('this is confirmed')
  await expect(profile.email).toHaveValue(email)
  await expect(profile.region).toContainText('Verified')
  await expect(profile.verifyEmail).toBeHidden()
  await app.settings.home.click()
  await expect(app.main).toContainText(email)
})

test('a changed e-mail can wait for its code, which is sent again on demand', async ({
  app,
  cognito,
  person,
  visitor,
}) => {
  const { profile } = app.settings
  const email = `new.${person.email}`
  await comeHome(visitor)
  await app.settings.open()
  await profile.email.fill(email)
  await profile.save.click()
  await app.expectRoute('confirmContact')
  await app.confirmContact.skip.click()
  await app.expectRoute('signedIn')
  await expect(profile.region).toContainText('Not verified')
  await profile.verifyEmail.click()
  await app.expectRoute('confirmContact')
  await app.confirmContact.submit(await cognito.lastCode(email))
  await expect(profile.region).toContainText('Verified')
  await expect(profile.verifyEmail).toBeHidden()
})

test('e-mail and phone changed at once are confirmed one after the other', async ({
  app,
  cognito,
  person,
  visitor,
}) => {
  const { profile } = app.settings
  const email = `new.${person.email}`
  await cognito.patchPool({ AutoVerifiedAttributes: ['email', 'phone_number'] })
  await comeHome(visitor)
  await app.settings.open()
  await profile.email.fill(email)
  await profile.phone.fill(phone)
  await profile.save.click()
  await app.expectRoute('confirmContact')
  await expect(app.main).toContainText('your email')
  await app.confirmContact.submit(await cognito.lastCode(email))
  await expect(app.main).toContainText(`your phone number ${maskedPhone}`)
  await expect(app.confirmContact.code).toHaveValue('')
  await app.confirmContact.submit(await cognito.lastCode(phone))
  await app.expectRoute('signedIn')
  await expect(profile.phone).toHaveValue(phone)
  await expect(profile.region).not.toContainText('Not verified')
})

test('what is not accepted is pointed at', async ({ app, person, visitor }) => {
  const { profile } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await profile.save.click()
  await expect(profile.alert).toContainText('Change something first')
  await profile.email.fill('nobody')
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
