import { otherThan } from '../../support/codes.ts'
import { masked, maskedPhone, phone } from '../../support/mfa.ts'
import { createUser } from '../../support/person.ts'
import { expect, test } from '../../support/test.ts'
import { signIn } from '../../support/visitor.ts'

test('an unverified e-mail after sign-in: a wrong code, the right one, never again', async ({
  app,
  cognito,
  person,
  visitor,
}) => {
  await createUser(cognito, person, { email_verified: 'false' })
  await signIn(visitor)
  await app.expectRoute('verifyContact')
  await expect(app.main).toContainText(`Email: ${person.email}`)
  await app.verifyContact.send.click()
  await app.expectRoute('confirmContact')
  await expect(app.main).toContainText(masked(person))
  const code = await cognito.lastCode(person.email)
  await app.confirmContact.submit(otherThan(code))
  await expect(app.alert).toContainText('not the code')
  await expect(app.confirmContact.code).toBeFocused()
  await app.confirmContact.submit(code)
  await app.expectRoute('signedIn')
  await expect(app.status).toContainText('this is confirmed')

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await app.expectRoute('signedIn')
})

test('of two contacts one is chosen', async ({ app, cognito, person, visitor }) => {
  await createUser(cognito, person, {
    email_verified: 'false',
    phone_number: phone,
    phone_number_verified: 'false',
  })
  await signIn(visitor)
  await app.expectRoute('verifyContact')
  await expect(app.verifyContact.contacts).toHaveCount(2)
  await app.page.getByRole('radio', { name: `Phone number: ${phone}` }).check()
  await app.verifyContact.send.click()
  await app.expectRoute('confirmContact')
  await expect(app.main).toContainText(`your phone number ${maskedPhone}`)
  await app.confirmContact.submit(await cognito.lastCode(phone))
  await app.expectRoute('signedIn')
})

test('skipped, and not asked again by a reload', async ({ app, cognito, person, visitor }) => {
  await createUser(cognito, person, { email_verified: 'false' })
  await signIn(visitor)
  await app.expectRoute('verifyContact')
  await app.verifyContact.skip.click()
  await app.expectRoute('signedIn')
  expect(await cognito.outbox()).toEqual([])
  await app.reload()
  await app.expectRoute('signedIn')
})

test('skipped while the code is on its way', async ({ app, cognito, person, visitor }) => {
  await createUser(cognito, person, { email_verified: 'false' })
  await signIn(visitor)
  await app.expectRoute('verifyContact')
  await app.verifyContact.send.click()
  await app.expectRoute('confirmContact')
  await app.confirmContact.skip.click()
  await app.expectRoute('signedIn')
  await expect(app.alert).toBeEmpty()
})

test('a further code for a contact after the cool-down', async ({
  app,
  cognito,
  page,
  person,
  visitor,
}) => {
  await page.clock.install()
  await createUser(cognito, person, { email_verified: 'false' })
  await signIn(visitor)
  await app.verifyContact.send.click()
  await app.expectRoute('confirmContact')
  const old = await cognito.lastCode(person.email)
  await expect(app.confirmContact.resend).toBeDisabled()
  await page.clock.runFor(31_000)
  await app.confirmContact.resend.click()
  await expect(app.status).toContainText('A new code is on its way')
  const fresh = await cognito.lastCode(person.email)
  expect(fresh).not.toBe(old)
  await app.confirmContact.submit(fresh)
  await app.expectRoute('signedIn')
})
