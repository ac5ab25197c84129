import type { AppModel } from '../models/app.model.ts'
import { poses } from '../support/poses.ts'
import { expect, test } from '../support/test.ts'
import { routes, visit } from '../support/visit.ts'

const dir = 'test-results/screenshots'
const widths = {
  phone: { width: 375, height: 740 },
  tablet: { width: 900, height: 800 },
  desktop: { width: 1440, height: 900 },
}
const schemes = ['light', 'dark'] as const

/** Every width in every scheme, of a page as it is. */
async function shoot(page: AppModel['page'], name: string): Promise<void> {
  for (const [device, size] of Object.entries(widths)) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `${dir}/${name}-${device}-${colorScheme}.png`, fullPage: true })
    }
  }
}

for (const route of routes) {
  test(route, async ({ page, visitor }, { project }) => {
    await visit(route, visitor)
    await shoot(page, `${project.name}-${route}`)
  })
}

for (const { name, strike } of poses) {
  test(name, async ({ page, visitor }, { project }) => {
    await strike(visitor)
    await shoot(page, `${project.name}-${name}`)
  })
}

test('signIn with an alert', async ({ app, page, person }, { project }) => {
  await app.open()
  await app.signIn.submit(person)
  await expect(app.alert).not.toBeEmpty()
  await shoot(page, `${project.name}-signIn-alert`)
})

test('signIn while pending', async ({ app, cognito, member, page }, { project }) => {
  await cognito.addFault({ operation: 'InitiateAuth', latencyMs: 25_000 })
  await app.open()
  await app.signIn.submit(member)
  await expect(app.cancel).toBeVisible()
  await shoot(page, `${project.name}-signIn-pending`)
})

test('without a configuration', async ({ app, page }, { project }) => {
  await page.route('**/auth-config.json', (route) => route.fulfill({ status: 404 }))
  await app.open()
  await expect(app.alert).toBeVisible()
  await shoot(page, `${project.name}-no-config`)
})

test('outbox', async ({ app, person }, { project }) => {
  await app.register(person)
  const outbox = await app.openOutbox()
  await outbox.readCode(person.email)
  await shoot(outbox.page, `${project.name}-outbox`)
})
