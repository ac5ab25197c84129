import { phone } from '../support/mfa.ts'
import { pictureOf, takePictures, widths } from '../support/pictures.ts'
import { devicePool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'
import { leafOf, walkTest, walkToLeaf } from '../support/walk-to-leaf.ts'

const leaves = [
  ...Object.values(leafOf),
  'signIn.submitting',
  'setupTotp.failed',
  'setupTotp.verified',
]

for (const leaf of leaves) {
  walkTest(leaf, async ({ page }, { project }) => {
    await walkToLeaf(page, leaf)
    await takePictures(page, `${project.name}-${leaf}`)
  })
}

/** How a page is shown, by the query of its address. */
const queries = { de: '?lang=de', ja: '?lang=ja', rtl: '?dir=rtl' }

for (const [name, query] of Object.entries(queries)) {
  for (const leaf of Object.values(leafOf)) {
    walkTest(`${leaf}, ${name}`, async ({ page }, { project }) => {
      await walkToLeaf(page, leaf, query)
      await page.setViewportSize(widths.narrow)
      const path = pictureOf(`${project.name}-${leaf}-${name}`)
      await page.screenshot({ path, fullPage: true })
    })
  }

  test(`account, ${name}`, async ({ app, page, visitor }, { project }) => {
    await comeHome(visitor, { name: 'Ada', phone_number: phone })
    await page.goto(`/${query}`)
    await app.settings.open()
    await takePictures(page, `${project.name}-account-${name}`)
  })
}

test('signIn with an alert', async ({ app, page, person }, { project }) => {
  await app.open()
  await app.signIn.submit(person)
  await expect(app.alert).toBeVisible()
  await takePictures(page, `${project.name}-signIn-alert`)
})

test('resetPassword with an alert', async ({ app, member, page }, { project }) => {
  await app.open()
  await app.signIn.forgotPassword.click()
  await app.forgotPassword.submit(member.email)
  await app.resetPassword.submitBoth('000000', 'Almost-good')
  await expect(app.alert).toBeVisible()
  await takePictures(page, `${project.name}-resetPassword-alert`)
})

test('account', async ({ app, cognito, page, visitor }, { project }) => {
  await cognito.patchPool(devicePool)
  await comeHome(visitor, { name: 'Ada', phone_number: phone })
  const { deleteAccount, devices, password, profile, secondFactors } = app.settings
  await app.settings.open()
  await takePictures(page, `${project.name}-account-profile`)
  await profile.save.click()
  await expect(profile.alert).toBeVisible()
  await takePictures(page, `${project.name}-account-profile-alert`)
  await password.show()
  await password.change.click()
  await expect(password.alert.first()).toBeVisible()
  await takePictures(page, `${project.name}-account-password-alert`)
  await secondFactors.show()
  await takePictures(page, `${project.name}-account-mfa`)
  await devices.show()
  await takePictures(page, `${project.name}-account-devices`)
  await deleteAccount.show()
  await takePictures(page, `${project.name}-account-delete`)
})

test('account that cannot be read', async ({ app, cognito, page, visitor }, { project }) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: '*', drop: true })
  await app.settings.load.click()
  await expect(app.alert).toBeVisible()
  await takePictures(page, `${project.name}-account-failed`)
})

test('without a configuration', async ({ app, page }, { project }) => {
  await page.route('**/auth-config.json', (route) => route.fulfill({ status: 404 }))
  await app.open()
  await expect(app.alert).toBeVisible()
  await takePictures(page, `${project.name}-no-config`)
})

test('outbox', async ({ app, person }, { project }) => {
  await app.register(person)
  const outbox = await app.openOutbox()
  await outbox.readCode(person.email)
  await takePictures(outbox.page, `${project.name}-outbox`)
})
