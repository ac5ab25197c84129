import type { Locator } from '@playwright/test'
import { text } from '../models/texts.ts'
import { createMfaUser } from '../support/mfa.ts'
import { expect, test } from '../support/test.ts'
import { comeHome, signIn } from '../support/visitor.ts'

/** Screen readers announce a live region only if it existed before its text. The mark identifies the element later. */
async function mark(region: Locator): Promise<void> {
  await region.evaluate((element) => element.setAttribute('data-marked', ''))
}

test('a rejected code is announced in a region that existed before', async ({
  app,
  cognito,
  page,
  person,
  visitor,
}) => {
  await createMfaUser(cognito, person, 'EmailMfaSettings')
  await signIn(visitor)
  await app.expectRoute('confirmSignIn')
  await expect(app.alert).toBeHidden()
  const region = page.locator('[data-authform="confirmSignIn"] > [role="alert"]')
  await mark(region)
  await cognito.addFault({ operation: 'RespondToAuthChallenge', drop: true })
  await app.confirmSignIn.submit('000000')
  await expect(app.alert).toContainText(text('failure.network'))
  await expect(region).toHaveAttribute('data-marked', '')
  await expect(app.confirmSignIn.code).not.toHaveValue('')
})

test('a rejected field is described by the alert', async ({ app, cognito, person, visitor }) => {
  await createMfaUser(cognito, person, 'EmailMfaSettings')
  await signIn(visitor)
  await app.expectRoute('confirmSignIn')
  await app.confirmSignIn.confirm.click()
  await expect(app.alert).toContainText(text('problem.required'))
  await expect(app.confirmSignIn.code).toHaveAccessibleDescription(text('problem.required'))
  await expect(app.confirmSignIn.code).toBeFocused()
})

test('the same status region stays through the screens and shows progress', async ({
  app,
  cognito,
  person,
}) => {
  const latencyMs = 60_000
  await createMfaUser(cognito, person, 'SMSMfaSettings', 'EmailMfaSettings')
  await app.open()
  await app.expectRoute('signIn')
  await mark(app.status)
  await app.signIn.submit(person)
  await app.expectRoute('selectMfaType')
  await expect(app.status).toHaveAttribute('data-marked', '')
  await cognito.addFault({ operation: 'RespondToAuthChallenge', latencyMs, times: 1 })
  await app.selectMfaType.choose(app.selectMfaType.email)
  await expect(app.status).toContainText(text('status.submitting'))
  await app.cancel.click()
  await expect(app.status).toHaveText('')
  await app.selectMfaType.continue.click()
  await app.expectRoute('confirmSignIn')
  await app.confirmSignIn.submit(await cognito.lastCode(person.email))
  await app.expectRoute('signedIn')
  await expect(app.status).toHaveAttribute('data-marked', '')
})

test('the settings announce success in the status and failures beside their form', async ({
  app,
  canary,
  cognito,
  page,
  person,
  visitor,
}) => {
  const { password } = app.settings
  await page.setViewportSize({ width: 360, height: 740 })
  await comeHome(visitor)
  await app.settings.open()
  await mark(app.status)
  await password.show()
  const region = page.locator('#auth-changePassword-previousPassword-error')
  await mark(region)
  await password.submit(canary.password(), canary.password())
  await expect(password.alert).toContainText(text('failure.incorrectPreviousPassword'))
  await expect(region).toHaveAttribute('data-marked', '')
  await expect(password.previous).toHaveAccessibleDescription(
    text('failure.incorrectPreviousPassword'),
  )
  await cognito.addFault({ operation: 'ChangePassword', latencyMs: 1_000 })
  await password.submit(person.password, canary.password())
  await expect(app.status).toContainText(text('status.saving'))
  await expect(app.status).toContainText(text('notice.passwordChanged'))
  await expect(app.status).toBeInViewport()
  await expect(app.status).toHaveAttribute('data-marked', '')
})
