import { challengeSteps, expectStep, pendingSteps, take } from '../../support/steps.ts'
import { expect, test } from '../../support/test.ts'

for (const step of pendingSteps.filter(({ name }) => name !== 'confirmSignUp')) {
  test(`${step.name}: away and back by the browser's button`, async ({ page, visitor }) => {
    const { app } = visitor
    await take(step, visitor)
    await page.goto('about:blank')
    await page.goBack()
    await expectStep(step, visitor)
    await step.fill(visitor)
    await step.submit(app).click()
    await app.expectRoute(step.next)
  })
}

const [byText] = challengeSteps
if (!byText) throw new Error('There are no challenges')

test('to the outbox in the same tab, back, forward and back again', async ({ page, visitor }) => {
  const { app, cognito } = visitor
  await take(byText, visitor)
  await page.goto(`${cognito.config.controlUrl}/outbox`)
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.goBack()
  await expectStep(byText, visitor)
  await page.goForward()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.goBack()
  await expectStep(byText, visitor)
  await byText.fill(visitor)
  await byText.submit(app).click()
  await app.expectRoute('signedIn')
})

test('before the app, and forward again', async ({ page, visitor }) => {
  const { app } = visitor
  await page.goto('about:blank')
  await take(byText, visitor)
  await page.goBack()
  await expect(app.main).toBeHidden()
  await page.goForward()
  await expectStep(byText, visitor)
})

test('once signed in, the buttons lead to no challenge of the past', async ({ page, visitor }) => {
  const { app } = visitor
  await page.goto('about:blank')
  await take(byText, visitor)
  await byText.fill(visitor)
  await byText.submit(app).click()
  await app.expectRoute('signedIn')
  await page.goBack()
  await page.goForward()
  await app.expectRoute('signedIn')
})

test('away in the middle of a request, and back', async ({ cognito, page, visitor }) => {
  const { app } = visitor
  await take(byText, visitor)
  await byText.fill(visitor)
  await cognito.addFault({ operation: byText.operation, latencyMs: 20_000, times: 1 })
  // Only a request that has arrived has met the fault.
  const sent = page.waitForRequest((request) =>
    Boolean(request.headers()['x-amz-target']?.endsWith(`.${byText.operation}`)),
  )
  await byText.submit(app).click()
  await sent
  await expect(app.cancel).toBeVisible()
  await page.goto('about:blank')
  await page.goBack()
  await expectStep(byText, visitor)
  await expect(app.cancel).toBeHidden()
  await byText.fill(visitor)
  await byText.submit(app).click()
  await app.expectRoute('signedIn')
})
