import type { Route } from '../../models/app.model.ts'
import { watchRequests } from '../../support/requests.ts'
import { accountSteps, allSteps, contactSteps, take } from '../../support/steps.ts'
import { goTo } from '../../support/task.ts'
import { expectDone, tasks } from '../../support/tasks.ts'
import { expect, test } from '../../support/test.ts'
import { comeHome } from '../../support/visitor.ts'

/** Both clicks come before the answer. */
const latencyMs = 400

const countOf = (sent: readonly string[], operation: string) =>
  sent.filter((one) => one === operation).length

for (const step of allSteps) {
  const { name, operation, submit } = step
  test(`${name}: two clicks are one request`, async ({ cognito, page, visitor }) => {
    await take(step, visitor)
    await step.fill(visitor)
    await cognito.addFault({ operation, latencyMs })
    const sent = watchRequests(page)
    await submit(visitor.app).dblclick()
    await visitor.app.expectRoute(step.next)
    expect(countOf(sent, operation)).toBe(1)
  })
}

for (const task of tasks) {
  test(`${task.name}: two clicks are one request`, async ({ cognito, page, visitor }) => {
    await goTo(task, visitor)
    await cognito.addFault({ operation: task.operation, latencyMs })
    const sent = watchRequests(page)
    await task.start(visitor.app).dblclick()
    await expectDone(task, visitor.app)
    expect(countOf(sent, task.operation)).toBe(1)
  })
}

test('signIn: two clicks are one request', async ({ app, cognito, member, page }) => {
  await cognito.addFault({ operation: 'InitiateAuth', latencyMs })
  await app.open()
  await app.signIn.email.fill(member.email)
  await app.signIn.password.fill(member.password)
  const sent = watchRequests(page)
  await app.signIn.signIn.dblclick()
  await app.expectRoute('signedIn')
  expect(sent).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
})

test('signOut: two clicks are one request', async ({ app, cognito, page, visitor }) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: 'RevokeToken', latencyMs })
  const sent = watchRequests(page)
  await app.signedIn.signOut.dblclick()
  await app.expectRoute('signIn')
  expect(sent).toEqual(['RevokeToken'])
})

const resends: readonly (readonly [Route, string])[] = [
  ['confirmSignUp', 'ResendConfirmationCode'],
  ['resetPassword', 'ForgotPassword'],
  ['confirmContact', 'GetUserAttributeVerificationCode'],
]

for (const [route, operation] of resends) {
  test(`${route}: two clicks for a new code are one request`, async ({
    app,
    cognito,
    page,
    visitor,
  }) => {
    const step = [...accountSteps, ...contactSteps].find((step) => step.route === route)
    if (!step) throw new Error(`There is no step ${route}`)
    await page.clock.install()
    await take(step, visitor)
    await page.clock.runFor(31_000)
    await cognito.addFault({ operation, latencyMs })
    const sent = watchRequests(page)
    await app.confirmSignUp.resend.dblclick()
    await expect(app.status).toContainText('A new code is on its way')
    expect(countOf(sent, operation)).toBe(1)
  })
}
