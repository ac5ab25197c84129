import type { AppModel } from '../../models/app.model.ts'
import { resting } from '../../support/resting.ts'
import { pendingSteps, take } from '../../support/steps.ts'
import { expect, test } from '../../support/test.ts'

/** What a screen shows, without its messages, the key of an app and the seconds that are left. */
const shownBy = async ({ main, page }: AppModel) => {
  const shown = await main.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const message of copy.querySelectorAll('[role=status], [role=alert]')) message.remove()
    const buttons = [...copy.querySelectorAll('button')]
    return {
      text: copy.textContent?.replace(/\s+/g, ' '),
      disabled: buttons.filter(({ disabled }) => disabled).map(({ textContent }) => textContent),
    }
  })
  const username = await page.locator('main input[autocomplete~=username]').all()
  return {
    disabled: shown.disabled,
    text: shown.text?.replace(/[A-Z2-7]{16,}/, 'KEY').replace(/in \d+ s\./, 'in N s.'),
    username: await Promise.all(username.map((input) => input.inputValue())),
  }
}

for (const [leaf, screens] of Object.entries(resting)) {
  for (const { name, route, reach, fill, submit, next, changes, back } of screens) {
    test(`${leaf}: a reload comes back to ${back ?? name}, and it can be finished`, async ({
      visitor,
    }) => {
      const { app } = visitor
      await reach(visitor)
      await app.expectRoute(route)
      const before = await shownBy(app)

      await app.reload()
      await app.expectRoute(back ?? route)
      if (back) return
      const after = expect.poll(() => shownBy(app))
      await (changes ? after.not : after).toEqual(before)
      await expect(app.alert).toBeEmpty()

      await fill(visitor)
      await submit(app).click()
      await app.expectRoute(next)
    })
  }
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
