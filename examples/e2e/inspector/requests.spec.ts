import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

test('pauses a request until it is released', { tag: '@quick' }, async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  const requests = inspector.section('Requests')
  await requests.getByRole('button', { name: 'Pause the next ones' }).click()
  await app.signIn.submit(member)
  await expect(requests).toContainText('InitiateAuth')
  await expect(requests).toContainText('paused')
  await requests.getByRole('button', { name: 'Release InitiateAuth' }).click()
  await expect(requests).toContainText('RespondToAuthChallenge')
  await requests.getByRole('button', { name: 'Let go of all' }).click()
  await app.expectRoute('signedIn')
})

test('answers a paused request, by keyboard', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  const requests = inspector.section('Requests')
  await requests.getByRole('button', { name: 'Pause the next ones' }).press('Enter')
  await app.signIn.submit(member)
  await expect(requests).toContainText('paused')
  await requests.locator('summary').press('Enter')
  await requests.getByRole('button', { name: 'EMAIL_OTP', exact: true }).press('Enter')
  await app.expectRoute('confirmSignIn')
})

test('answers late', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  await inspector.section('Requests').getByLabel('When requests are sent').selectOption('2000')
  const start = Date.now()
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  // Two requests, one after the other.
  expect(Date.now() - start).toBeGreaterThan(4_000)
})
