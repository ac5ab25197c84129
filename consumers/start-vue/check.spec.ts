import { createSandbox } from '@authchart/sandbox'
import { expect, test } from '@playwright/test'

const user = { username: 'ada@example.com', password: 'Password1!' }

test('the project of the guide signs in the user of the sandbox', async ({ page }) => {
  const sandbox = createSandbox({ users: [user] })
  await page.route('http://127.0.0.1:4800/**', async (route) => {
    const sent = route.request()
    const response = await sandbox.fetch(
      new Request(sent.url(), {
        method: sent.method(),
        headers: sent.headers(),
        body: sent.postData(),
      }),
    )
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    })
  })
  await page.goto('/')
  await page.getByLabel('Email').fill(user.username)
  await page.getByLabel('Password').fill(user.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`The app of ${user.username}`)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeFocused()
})
