import type { Page } from '@playwright/test'
import { phone } from '../support/mfa.ts'
import { devicePool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'
import { comeHome } from '../support/visitor.ts'
import { leafOf, walkTest, walkToLeaf } from '../support/walk-to-leaf.ts'

const dir = 'test-results/screenshots'
const widths = {
  narrow: { width: 320, height: 640 },
  phone: { width: 375, height: 740 },
  tablet: { width: 900, height: 800 },
  desktop: { width: 1440, height: 900 },
}
const schemes = ['light', 'dark'] as const

/** Every width in every scheme. */
async function takePictures(page: Page, name: string): Promise<void> {
  for (const [device, size] of Object.entries(widths)) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `${dir}/${name}-${device}-${colorScheme}.png`, fullPage: true })
    }
  }
}

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
      const path = `${dir}/${project.name}-${leaf}-${name}.png`
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
