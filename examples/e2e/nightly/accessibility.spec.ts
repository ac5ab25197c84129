import { expectAccessible } from '../support/axe.ts'
import { createMfaUser, phone } from '../support/mfa.ts'
import { devicePool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { routes, visit } from '../support/visit.ts'
import { comeHome, signIn } from '../support/visitor.ts'

for (const route of routes) {
  test(`${route} has no violation, in light and dark`, async ({ page, visitor }) => {
    await visit(route, visitor)
    await expectAccessible(page)
  })
}

test('readings that failed have none, either', async ({ app, cognito, page, visitor }) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: 'GetUser', drop: true })
  await cognito.addFault({ operation: 'ListDevices', drop: true })
  await app.settings.tab.click()
  await expect(app.settings.profile.retry).toBeVisible()
  await expect(app.settings.devices.retry).toBeVisible()
  await expectAccessible(page)
})

test('from challenge to challenge the focus goes to each heading, and none has a violation', async ({
  app,
  cognito,
  page,
  person,
  visitor,
}) => {
  await createMfaUser(cognito, person, 'SMSMfaSettings', 'EmailMfaSettings')
  await signIn(visitor)
  await app.expectRoute('selectMfaType')
  await expect(app.heading).toBeFocused()
  await expectAccessible(page)
  await app.selectMfaType.choose(app.selectMfaType.sms)
  await app.expectRoute('confirmSignIn')
  await expect(app.heading).toBeFocused()
  await expectAccessible(page)
  await app.confirmSignIn.submit(await cognito.lastCode(phone))
  await app.expectRoute('signedIn')
  await expect(app.heading).toBeFocused()
})

test('the settings with everything open have none, either', async ({
  app,
  cognito,
  page,
  visitor,
}) => {
  await cognito.patchPool(devicePool)
  await comeHome(visitor, { name: 'Ada', phone_number: phone })
  await app.settings.open()
  const { dangerZone, devices, password } = app.settings
  await expect(devices.items).toHaveCount(1)
  await dangerZone.open.click()
  await expectAccessible(page)
  await password.change.click()
  await dangerZone.deleteForGood.click()
  await expect(dangerZone.alert).not.toBeEmpty()
  await expectAccessible(page)
})
