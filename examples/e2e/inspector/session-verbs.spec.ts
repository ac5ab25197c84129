import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

test('refreshes and expires the tokens', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  await app.enter(member)
  const before = await app.storedToken('accessToken')
  await inspector.open()
  await inspector.show('Session')
  await expectAccessible(page)
  await inspector.panel.getByRole('button', { name: 'Refresh now' }).click()
  await expect(inspector.panel).toContainText('Refreshed. The access token is good until')
  const after = await app.storedToken('accessToken')
  expect(after).not.toBe(before)
  await inspector.panel.getByRole('button', { name: 'Expire now' }).click()
  await expect(inspector.panel).toContainText('The tokens had expired, and were refreshed.')
  expect(await app.storedToken('accessToken')).not.toBe(after)
  await app.expectRoute('signedIn')
})

test('says why the tokens could not be refreshed', async ({ app, cognito, page, member }) => {
  const inspector = new InspectorModel(page)
  await app.enter(member)
  const fault = { status: 500, type: 'InternalErrorException', message: 'Out of order' }
  await cognito.addFault({ operation: 'GetTokensFromRefreshToken', ...fault })
  await inspector.open()
  await inspector.show('Session')
  await inspector.panel.getByRole('button', { name: 'Refresh now' }).click()
  await expect(inspector.panel.locator('.session .bad')).toHaveText('Out of order')
  await app.expectRoute('signedIn')
})

test('ends the session as if it had been revoked', { tag: '@quick' }, async ({
  app,
  page,
  member,
}) => {
  const inspector = new InspectorModel(page)
  await app.enter(member)
  await inspector.open()
  await inspector.show('Session')
  await inspector.panel.getByRole('button', { name: 'End the session' }).click()
  await expect(inspector.panel).toContainText('The app is in signIn.editing.')
  await app.expectRoute('signIn')
})

test('lets a challenge expire', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  await page.goto('/?authchart=go:confirmSignIn.editing.ready')
  await app.expectRoute('confirmSignIn')
  await inspector.open()
  await inspector.show('Session')
  await inspector.panel.getByRole('button', { name: 'Expire the challenge' }).click()
  await expect(inspector.panel).toContainText(
    'The next response to this challenge will be a rejection',
  )
  await app.confirmSignIn.code.fill('123456')
  await page.keyboard.press('Enter')
  await app.expectRoute('signIn')
})
