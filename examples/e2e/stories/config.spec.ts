import { expect, test } from '../support/test.ts'

const broken = [
  { name: 'is missing', answer: { status: 404, body: 'Not found' } },
  { name: 'is the page itself', answer: { contentType: 'text/html', body: '<!doctype html>' } },
  { name: 'lacks the user pool', answer: { json: { region: 'us-east-1' } } },
]

test('without a good /auth-config.json the page says so', async ({ app, page }) => {
  for (const { name, answer } of broken) {
    await test.step(`it ${name}`, async () => {
      await page.route('**/auth-config.json', (route) => route.fulfill(answer))
      await app.open()
      await expect(app.heading).toHaveText('This page cannot start')
      await expect(page.locator('main')).toContainText('/auth-config.json')
      await expect(app.alert).toBeVisible()
    })
  }
})
