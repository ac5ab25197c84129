import { otherThan } from '../../support/codes.ts'
import { maskedPhone, phone } from '../../support/mfa.ts'
import { mfaPool } from '../../support/pools.ts'
import { expect, test } from '../../support/test.ts'
import { comeHome } from '../../support/visitor.ts'

test.beforeEach(async ({ canary: _, cognito, visitor }) => {
  await cognito.patchPool(mfaPool('OPTIONAL'))
  await comeHome(visitor, { phone_number: phone, phone_number_verified: 'true' })
  await visitor.app.settings.open()
})

test('a second factor turned on, asked for, and turned off again', async ({
  app,
  cognito,
  person,
}) => {
  const { secondFactors } = app.settings
  const sms = secondFactors.state('Text message (SMS)')
  await expect(secondFactors.none).toBeChecked()
  await expect(sms).toHaveText('Off')
  await secondFactors.choose(secondFactors.sms)
  await expect(app.status).toContainText('Your choice is saved.')
  await expect(sms).toHaveText('On, asked for first')
  await app.reload()
  await app.settings.open()
  await expect(sms).toHaveText('On, asked for first')
  await expect(secondFactors.sms).toBeChecked()

  await secondFactors.choose(secondFactors.email)
  await expect(secondFactors.state('Email message')).toHaveText('On, asked for first')
  await expect(sms).toHaveText('On')
  await secondFactors.choose(secondFactors.sms)
  await expect(sms).toHaveText('On, asked for first')

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

test('an app set up while signed in, preferred, and asked for', async ({
  app,
  canary,
  cognito,
  person,
}) => {
  const { secondFactors } = app.settings
  await expect(secondFactors.app).toBeDisabled()
  await secondFactors.setUpApp.click()
  await app.expectRoute('setupTotp')
  await expect(app.heading).toBeFocused()
  const secret = await app.setupTotp.readSecret()
  expect(await app.setupTotp.readPicture()).toContain(`secret=${secret}`)
  const code = await canary.totpCode(secret, cognito.now)
  await app.setupTotp.submit(otherThan(code))
  await expect(app.alert).toContainText('not the code')
  await expect(app.setupTotp.code).toBeFocused()
  await app.setupTotp.deviceName.fill('Green phone')
  await app.setupTotp.submit(code)
  await app.expectRoute('signedIn')
  await expect(app.status).toContainText('Your authenticator app is set up.')

  await expect(secondFactors.region).toBeVisible()
  await expect(secondFactors.state('Authenticator app')).toHaveText('On, asked for first')
  await app.settings.dangerZone.signOut.click()
  await app.expectRoute('signIn')
  await cognito.advance(60_000)
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText('Green phone')
  await app.confirmSignIn.submit(await canary.totpCode(secret, cognito.now))
  await app.expectRoute('signedIn')
})

test('a set-up that was left, before a reload or after it, leaves the user signed in', async ({
  app,
}) => {
  const { secondFactors } = app.settings
  await secondFactors.setUpApp.click()
  await app.expectRoute('setupTotp')
  await app.setupTotp.leave.click()
  await app.expectRoute('signedIn')
  await expect(secondFactors.state('Authenticator app')).toHaveText('Off')
  await secondFactors.setUpApp.click()
  await app.expectRoute('setupTotp')
  await app.reload()
  await app.expectRoute('setupTotp')
  await app.setupTotp.leave.click()
  await app.expectRoute('signedIn')
  await app.reload()
  await app.expectRoute('signedIn')
})
