/**
 * Signs in by the form of an app, in a context of its own.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {{ username: string, password: string }} user
 * @returns what the page has stored, for the context of another page
 */
export async function signInOnce(browser, address, user) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('input[name=username]').fill(user.username)
  const password = page.locator('input[name=password]')
  await password.fill(user.password)
  await password.press('Enter')
  await page.locator('[data-home]').waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}
