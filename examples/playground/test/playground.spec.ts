import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { addVirtualAuthenticator } from '../../../scripts/lib/browser/virtual-authenticator.mjs'
import { password, test } from './playground-page.ts'

test('sign-up with the code in the outbox; a reload keeps the session and the users', async ({
  page,
  playground,
}) => {
  await playground.open('E-mail and password')
  await playground.signUp('ada@example.com')
  await playground.expectRoute('signedIn')
  await page.reload()
  await playground.expectRoute('signedIn')
  await playground.signOut()
  await playground.submit({ username: 'ada@example.com', password })
  await playground.expectRoute('signedIn')
  const inspector = page.locator('authchart-inspector')
  await expect(inspector.getByText('signedIn').filter({ visible: true }).first()).toBeVisible()
})

test('a second factor is set up and used with the authenticator app of the page', async ({
  playground,
}) => {
  await playground.open('With a second factor')
  await playground.signUp('ada@example.com')
  await playground.expectRoute('selectMfaType')
  await playground.page.locator('main').getByText('Authenticator app').click()
  await playground.submit()
  await playground.expectRoute('setupTotp')
  const code = await playground.authenticatorCode()
  await playground.submit({ code })
  await playground.expectRoute('signedIn')
  await playground.page.reload()
  await playground.expectRoute('signedIn')
  await playground.signOut()
  await playground.submit({ username: 'ada@example.com', password })
  await playground.expectRoute('confirmSignIn')
  await playground.submit({ code: await playground.authenticatorCode(code) })
  await playground.expectRoute('signedIn')
})

test('a passkey is created and signs in', async ({ page, playground }) => {
  const authenticator = await addVirtualAuthenticator(page)
  await playground.open('Without a password')
  await playground.signUp('ada@example.com')
  await playground.expectRoute('signedIn')
  await playground.press('Show your account')
  await page.getByRole('tab', { name: 'Passkeys' }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: 'Create a passkey' }).click()
  await expect.poll(async () => (await authenticator.credentials()).length).toBe(1)
  await expect(page.locator('.passkeys li')).toHaveCount(1)
  const [created] = await authenticator.credentials()
  await playground.press('Sign out')
  // The browser offers the passkey at the empty field, and the user of this authenticator takes it.
  await expect
    .poll(async () => (await authenticator.credentials())[0]?.signCount)
    .toBeGreaterThan(created?.signCount ?? 0)
  await playground.expectRoute('signedIn')
})

test('the hosted UI signs in by a provider, and can be closed', async ({ page, playground }) => {
  await playground.open('Hosted UI')
  await playground.press('Continue with Google')
  const frame = page.frameLocator('.hosted-ui iframe')
  await expect(frame.getByRole('heading', { name: /Google/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await playground.expectRoute('signIn')
  await playground.press('Continue with Google')
  await frame.getByRole('button', { name: /@/ }).first().click()
  await playground.expectRoute('signedIn')
  await expect(page).toHaveURL(playground.url)
})

test('starts over without users and without a session', async ({ page, playground }) => {
  await playground.open('E-mail and password')
  await playground.signUp('ada@example.com')
  await playground.expectRoute('signedIn')
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Start over' }).click()
  await loaded
  await playground.expectRoute('signIn')
  expect(
    await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => /sandbox|Cognito/.test(key)),
    ),
  ).toEqual([])
})

for (const width of [375, 1440]) {
  test(`fits ${width} px, and axe finds nothing in light and dark`, async ({
    page,
    playground,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await playground.open()
    await playground.signUp('ada@example.com')
    await playground.expectRoute('signedIn')
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBe(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
  })
}
