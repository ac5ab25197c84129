import { givenUp, nextRequest } from '../../support/requests.ts'
import { allSteps, expectStep, take } from '../../support/steps.ts'
import { expect, test } from '../../support/test.ts'

/** Longer than any test takes. */
const latencyMs = 60_000

for (const step of allSteps) {
  const { name, operation, submit } = step

  test(`${name}: cancelled, then left, with a request under way`, async ({ visitor }) => {
    const { app, cognito } = visitor
    await take(step, visitor)
    await step.fill(visitor)
    await cognito.addFault({ operation, latencyMs })
    const send = async () => {
      const asked = nextRequest(app.page, operation)
      await submit(app).click()
      await asked
      await expect(submit(app)).toBeDisabled()
    }

    await send()
    const cancelled = givenUp(app.page, operation)
    await app.cancel.click()
    await cancelled
    await expect(app.cancel).toBeHidden()
    await expect(submit(app)).toBeEnabled()
    await expect(app.alert).toBeEmpty()
    await expectStep(step, visitor)

    await send()
    const left = givenUp(app.page, operation)
    await step.leave(app).click()
    await left
    await app.expectRoute(step.leavesTo)
    await expect(app.alert).toBeEmpty()
    await expect(app.status).toHaveText('')
    await expect(app.cancel).toBeHidden()
    if (step.leavesTo === 'signIn') {
      await expect(app.signIn.signIn).toBeEnabled()
      expect(await app.storedToken('accessToken')).toBeUndefined()
    }
  })
}

const [byText] = allSteps
if (!byText) throw new Error('There are no steps')

test('what was cancelled can be sent again', async ({ visitor }) => {
  const { app, cognito } = visitor
  await take(byText, visitor)
  await byText.fill(visitor)
  await cognito.addFault({ operation: byText.operation, latencyMs, times: 1 })
  await byText.submit(app).click()
  await app.cancel.click()
  await expect(app.confirmSignIn.code).not.toHaveValue('')
  await byText.submit(app).click()
  await app.expectRoute('signedIn')
})

test('an answer that was on its way already changes nothing', async ({ page, visitor }) => {
  const { app } = visitor
  await take(byText, visitor)
  await byText.fill(visitor)
  let letGo = () => {}
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let isAnswered = false
  await page.route(`${visitor.cognito.config.endpoint}/`, async (route) => {
    const response = await route.fetch()
    isAnswered = true
    await isLetGo
    await route.fulfill({ response }).catch(() => undefined)
  })
  await byText.submit(app).click()
  await expect.poll(() => isAnswered).toBe(true)
  await app.cancel.click()
  await expect(app.cancel).toBeHidden()
  letGo()
  await page.unrouteAll({ behavior: 'wait' })
  await expectStep(byText, visitor)
  await expect(app.alert).toBeEmpty()
  expect(await app.storedToken('accessToken')).toBeUndefined()
})
