import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/mfa.ts'
import { devicePool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'
import { leafOf, routes, walkTest, walkToLeaf } from '../support/walk-to-leaf.ts'

for (const route of routes) {
  walkTest(`${route} has no violation, in light and dark`, async ({ page }) => {
    await walkToLeaf(page, leafOf[route])
    await expectAccessible(page)
  })
}

test('the settings have no violation if they cannot be read', async ({
  app,
  cognito,
  page,
  visitor,
}) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: 'GetUser', drop: true })
  await cognito.addFault({ operation: 'ListDevices', drop: true })
  await app.settings.tab.click()
  await expect(app.settings.profile.retry).toBeVisible()
  await expect(app.settings.devices.retry).toBeVisible()
  await expectAccessible(page)
})

test('the settings have no violation with every section open and every alert shown', async ({
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
