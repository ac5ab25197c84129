import { text } from '../models/texts.ts'
import { signUp } from '../support/person.ts'
import { expect, test } from '../support/test.ts'

test('after a wrong password the e-mail stays and the password has to be typed again', async ({
  app,
  canary,
  member,
}) => {
  await app.open()
  await app.signIn.submit({ ...member, password: canary.password() })
  await expect(app.alert).toContainText(text('failure.incorrectCredentials'))
  await expect(app.signIn.email).toHaveValue(member.email)
  await expect(app.signIn.password).toHaveValue('')
  await expect(app.signIn.password).toHaveAttribute('aria-invalid', 'true')
  await expect(app.signIn.password).toBeFocused()

  await app.signIn.password.fill(member.password)
  await app.signIn.signIn.click()
  await app.expectRoute('signedIn')
})

test('an unknown user gets the same message as a wrong password', async ({ app, person }) => {
  await app.open()
  await app.signIn.submit(person)
  await expect(app.alert).toContainText(text('failure.incorrectCredentials'))
})

test('what is left empty is pointed at', async ({ app, person }) => {
  await app.open()
  await app.signIn.signIn.click()
  await expect(app.alert).toHaveText([text('problem.required'), text('problem.required')])
  await expect(app.signIn.email).toBeFocused()
  await app.signIn.email.fill(person.email)
  await app.signIn.signIn.click()
  await expect(app.signIn.password).toBeFocused()
  await expect(app.signIn.password).toHaveAttribute('aria-invalid', 'true')
})

test('who never confirmed is taken to it with a fresh code, and on from there', async ({
  app,
  cognito,
  person,
}) => {
  await signUp(cognito, person)
  const first = await cognito.lastCode(person.email)
  await app.open()
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignUp')
  await expect(app.confirmSignUp.resend).toBeDisabled()
  await expect.poll(() => cognito.lastCode(person.email)).not.toBe(first)
  await app.confirmSignUp.submit(await cognito.lastCode(person.email))
  await app.expectRoute('signedIn')
})

test('a sign-in that was cancelled stays so when its answer comes late', async ({
  app,
  cognito,
  member,
  page,
}) => {
  const latencyMs = 1_500
  await cognito.addFault({ operation: 'RespondToAuthChallenge', latencyMs })
  await app.open()
  const sent = page.waitForRequest((request) =>
    (request.headers()['x-amz-target'] ?? '').endsWith('RespondToAuthChallenge'),
  )
  await app.signIn.submit(member)
  await sent
  await app.cancel.click()
  await expect(app.cancel).toBeHidden()
  await expect(app.signIn.signIn).toBeEnabled()

  await page.waitForTimeout(latencyMs + 500)
  await app.expectRoute('signIn')
  await expect(app.alert).toBeHidden()
  await expect(app.signIn.email).toHaveValue(member.email)
  expect(await app.storedToken('idToken')).toBeUndefined()
  await app.reload()
  await app.expectRoute('signIn')
})
