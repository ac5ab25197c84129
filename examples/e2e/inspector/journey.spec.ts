import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

/** The operations of the requests to Cognito from now on. */
function requestedOperations(page: Page): readonly string[] {
  const operations: string[] = []
  page.on('request', (request) => {
    const target = request.headers()['x-amz-target']
    if (request.method() === 'POST' && target) operations.push(target)
  })
  return operations
}

test('goes to a state by a legal way, without asking Cognito', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  const operations = requestedOperations(page)
  await app.open()
  await inspector.open()
  const journey = inspector.section('Go to a state')
  await journey.getByLabel('State to go to').selectOption('setupTotp.editing')
  await expect(journey).toContainText('3 steps')
  await expect(journey).toContainText('signIn answers MFA_SETUP of TOTP')
  await expectAccessible(page)
  await journey.getByRole('button', { name: 'Go', exact: true }).click()
  await expect(journey).toContainText('The app is in setupTotp.editing.')
  await app.expectRoute('setupTotp')
  expect(operations).toEqual([])
})

test('opens a fake session, and leaves it again', { tag: '@quick' }, async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  const operations = requestedOperations(page)
  await app.open()
  await inspector.open()
  const journey = inspector.section('Go to a state')
  await journey.getByLabel('State to go to').selectOption('signedIn.idle')
  await journey.getByRole('button', { name: 'Go', exact: true }).click()
  await app.expectRoute('signedIn')
  // The app reads who that is, and keeps the session.
  await expect(app.main).toContainText('ada@example.com')
  await inspector.section('What I can do').getByText('signOut', { exact: true }).click()
  await inspector.section('What I can do').getByRole('button', { name: 'Send' }).click()
  await app.expectRoute('signIn')
  expect(operations).toEqual([])
})

test('goes from a card of the chart, by keyboard alone', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  await inspector.show('Chart')
  await inspector.panel.getByLabel('Find a state').fill('newPassword.editing')
  await page.keyboard.press('Enter')
  const card = inspector.panel.getByRole('complementary', { name: 'State' })
  await card.getByRole('button', { name: 'Go here…' }).focus()
  await page.keyboard.press('Enter')
  const go = card.getByRole('button', { name: 'Go', exact: true })
  await expect(go).toBeVisible()
  await go.focus()
  await page.keyboard.press('Enter')
  await app.expectRoute('newPassword')
})

test('follows a link, also when the page is loaded again', async ({ app, page }) => {
  await app.open()
  await page.goto('/?authchart=go:signedIn.verifyContact.editing')
  await app.expectRoute('verifyContact')
  await page.reload()
  await app.expectRoute('verifyContact')
})

test('says where there is no way', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  const journey = inspector.section('Go to a state')
  await journey.getByLabel('State to go to').selectOption('restoring.reading')
  await expect(journey).toContainText('lead from signIn.editing to restoring.reading')
})
