import { contactSteps, expectStep, pendingSteps, take } from '../../support/steps.ts'
import { expect, test } from '../../support/test.ts'

/** The password of somebody new is gone with the page. */
const afterReload: Readonly<Record<string, 'signIn'>> = { confirmSignUp: 'signIn' }

for (const step of pendingSteps) {
  const { name, fill, submit, next } = step
  test(`${name}: a reload comes back to it, and it can be finished`, async ({ visitor }) => {
    const { app } = visitor
    await take(step, visitor)
    await app.reload()
    await expectStep(step, visitor)
    await expect(app.alert).toBeEmpty()
    await fill(visitor)
    await submit(app).click()
    await app.expectRoute(afterReload[name] ?? next)
  })
}

for (const step of contactSteps) {
  test(`${step.name}: a reload finds the user signed in`, async ({ visitor }) => {
    await take(step, visitor)
    await visitor.app.reload()
    await visitor.app.expectRoute('signedIn')
  })
}

test('a challenge of long ago is not come back to', async ({ app, page, visitor }) => {
  const [step] = pendingSteps
  if (!step) throw new Error('There are no steps')
  await take(step, visitor)
  await page.clock.setSystemTime(Date.now() + 20 * 60_000)
  await app.reload()
  await app.expectRoute('signIn')
  await expect(app.alert).toBeEmpty()
})

test('another tab knows nothing of a challenge', async ({ app, page, visitor }) => {
  const [step] = pendingSteps
  if (!step) throw new Error('There are no steps')
  await take(step, visitor)
  const tab = await page.context().newPage()
  await tab.route('**/auth-config.json', (route) => route.fulfill({ json: visitor.cognito.config }))
  await tab.goto('/')
  await expect(tab.locator('main')).toHaveAttribute('data-route', 'signIn')
  await tab.close()
  await step.fill(visitor)
  await step.submit(app).click()
  await app.expectRoute(step.next)
})
