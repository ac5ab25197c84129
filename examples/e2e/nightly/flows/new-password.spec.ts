import { invite } from '../../support/person.ts'
import { nameRequiredPool, totpPool } from '../../support/pools.ts'
import { expect, test } from '../../support/test.ts'
import { signIn } from '../../support/visitor.ts'

test('a temporary password gives way to an own one, with the attribute that was missing', async ({
  app,
  canary,
  cognito,
  person,
}) => {
  await cognito.patchPool(nameRequiredPool)
  await invite(cognito, person)
  await app.open()
  await app.signIn.submit(person)
  await app.expectRoute('newPassword')
  const { newPassword } = app
  await expect(newPassword.rules).toHaveCount(5)
  await newPassword.input.fill(canary.password({ weak: true }))
  await newPassword.continue.click()
  await expect(app.alert).toContainText('Enter your given name')
  await expect(newPassword.givenName).toBeFocused()
  await newPassword.givenName.fill('Ada')
  await newPassword.continue.click()
  await expect(app.alert).toContainText('uppercase')
  await expect(newPassword.input).toHaveAttribute('aria-invalid', 'true')
  await expect(newPassword.input).toBeFocused()
  await expect(newPassword.givenName).toHaveValue('Ada')

  const password = canary.password()
  await newPassword.input.fill(password)
  await expect(newPassword.passed).toHaveCount(5)
  await newPassword.continue.click()
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit({ ...person, password })
  await app.expectRoute('signedIn')
})

test('then an authenticator app, where the pool wants one', async ({
  app,
  canary,
  cognito,
  person,
  visitor,
}) => {
  await cognito.patchPool(totpPool)
  await invite(cognito, person)
  await signIn(visitor)
  await app.expectRoute('newPassword')
  await expect(app.newPassword.givenName).toBeHidden()
  await app.newPassword.input.fill(canary.password())
  await app.newPassword.continue.click()
  await app.expectRoute('setupTotp')
  const secret = await app.setupTotp.readSecret()
  await app.setupTotp.submit(await canary.totpCode(secret, cognito.now))
  await app.expectRoute('signedIn')
})

test('a temporary password of long ago says so', async ({ app, cognito, person, visitor }) => {
  await invite(cognito, person)
  await cognito.advance(8 * 24 * 3_600_000)
  await signIn(visitor)
  await expect(app.alert).toContainText('temporary password has expired')
  await app.expectRoute('signIn')
})
