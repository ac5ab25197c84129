import { otherThan } from '../../support/codes.ts'
import { expect, test } from '../../support/test.ts'

test('a wrong code, then the right one', async ({ app, cognito, person }) => {
  await app.register(person)
  const code = await cognito.lastCode(person.email)
  await app.confirmSignUp.submit(otherThan(code))
  await expect(app.alert).toContainText('not the code')
  await expect(app.confirmSignUp.code).toHaveAttribute('aria-invalid', 'true')
  await expect(app.confirmSignUp.code).toBeFocused()
  await expect(app.confirmSignUp.code).toHaveValue('')

  await app.confirmSignUp.submit(code)
  await app.expectRoute('signedIn')
})

test('a new code after the cool-down, which makes the old one useless', async ({
  app,
  cognito,
  page,
  person,
}) => {
  await page.clock.install()
  await app.register(person)
  const old = await cognito.lastCode(person.email)
  await expect(app.confirmSignUp.resend).toBeDisabled()
  const wait = page.locator('main').getByText(/\b\d+ s\b/)
  await expect(wait).toBeVisible()
  const shown = await wait.textContent()
  await page.clock.runFor(2_000)
  await expect(wait).not.toHaveText(shown ?? '')

  await page.clock.runFor(30_000)
  await expect(wait).toBeHidden()
  await app.confirmSignUp.resend.click()
  await expect(app.status).toContainText('A new code is on its way')
  await expect(app.confirmSignUp.resend).toBeDisabled()
  const fresh = await cognito.lastCode(person.email)
  expect(fresh).not.toBe(old)

  await app.confirmSignUp.submit(old)
  await expect(app.alert).toContainText('not the code')
  await app.confirmSignUp.submit(fresh)
  await app.expectRoute('signedIn')
})

test('a code that was confirmed elsewhere meanwhile signs in all the same', async ({
  app,
  cognito,
  person,
}) => {
  await app.register(person)
  const code = await cognito.lastCode(person.email)
  await cognito.call('ConfirmSignUp', {
    ClientId: cognito.config.userPoolClientId,
    Username: person.email,
    ConfirmationCode: code,
  })
  await app.confirmSignUp.submit(code)
  await app.expectRoute('signedIn')
})

test('back to sign in', async ({ app, person }) => {
  await app.register(person)
  await app.confirmSignUp.back.click()
  await app.expectRoute('signIn')
})
