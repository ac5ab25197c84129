import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/mfa.ts'
import { devicePool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'
import { leafOf, walkTest, walkToLeaf } from '../support/walk-to-leaf.ts'

/** How a page is shown, by the query of its address. */
const pages = { '': 'in English', '?lang=de': 'in German', '?dir=rtl': 'from right to left' }

for (const [query, how] of Object.entries(pages)) {
  for (const [route, leaf] of Object.entries(leafOf)) {
    walkTest(`${route} ${how} has no violation, in light and dark`, async ({ page }) => {
      await walkToLeaf(page, leaf, query)
      await expectAccessible(page)
    })
  }
}

test('the account has no violation if it cannot be read', async ({
  app,
  cognito,
  page,
  visitor,
}) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: 'GetUser', drop: true })
  await cognito.addFault({ operation: 'ListDevices', drop: true })
  await app.settings.load.click()
  await expect(app.alert).toBeVisible()
  await expectAccessible(page)
})

test('no section of the account has a violation, with every alert shown', async ({
  app,
  cognito,
  page,
  visitor,
}) => {
  test.slow()
  await cognito.patchPool(devicePool)
  await comeHome(visitor, { name: 'Ada', phone_number: phone })
  await app.settings.open()
  const { deleteAccount, devices, password, profile, secondFactors } = app.settings
  await profile.save.click()
  await expect(profile.alert).toBeVisible()
  await expectAccessible(page)
  await secondFactors.show()
  await expectAccessible(page)
  await devices.show()
  await expect(devices.items).toHaveCount(1)
  await expectAccessible(page)
  await password.show()
  await password.change.click()
  await expect(password.alert.first()).toBeVisible()
  await expectAccessible(page)
  await deleteAccount.show()
  await deleteAccount.delete.click()
  await expect(deleteAccount.alert).toBeVisible()
  await expectAccessible(page)
})
