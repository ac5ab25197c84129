import { expect, test } from '../../support/test.ts'
import { comeHome } from '../../support/visitor.ts'

test('the password: the wrong current one, a weak new one, then changed', async ({
  app,
  canary,
  person,
  visitor,
}) => {
  const { password } = app.settings
  const next = canary.password()
  await comeHome(visitor)
  await app.settings.open()
  await password.submit(canary.password(), next)
  await expect(password.alert).toContainText('not your current password')
  await expect(password.previous).toHaveAttribute('aria-invalid', 'true')
  await expect(password.previous).toBeFocused()
  await expect(password.previous).toHaveValue('')
  await expect(password.next.input).toHaveAttribute('aria-invalid', 'false')
  await expect(password.next.input).toHaveValue(next)

  await password.submit(person.password, canary.password({ weak: true }))
  await expect(password.alert).toContainText('uppercase')
  await expect(password.next.input).toHaveAttribute('aria-invalid', 'true')
  await expect(password.next.input).toBeFocused()

  await password.submit(person.password, next)
  await expect(app.status).toContainText('Your password is changed.')
  await expect(password.alert).toBeEmpty()
  await expect(password.previous).toHaveValue('')
  await expect(password.next.input).toHaveValue('')

  await app.settings.dangerZone.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
  await expect(app.alert).toContainText('password is not right')
  await app.signIn.submit({ ...person, password: next })
  await app.expectRoute('signedIn')
})

test('what is left empty is pointed at, and the rules follow', async ({ app, canary, visitor }) => {
  const { password } = app.settings
  await comeHome(visitor)
  await app.settings.open()
  await password.change.click()
  await expect(password.alert).toContainText('Enter your current password')
  await expect(password.previous).toBeFocused()
  await expect(password.next.passed).toHaveCount(0)
  await password.next.input.fill(canary.password())
  await expect(password.next.passed).toHaveCount(5)
})
