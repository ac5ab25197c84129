import { journeys } from '@authchart/testing'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

test('scrubs through the session: the app shows each screen again, and goes on', {
  tag: '@quick',
}, async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  const { panel } = inspector
  await app.open()
  await app.signIn.submit({ ...member, password: 'Wrong-password-1!' })
  await expect(app.alert.first()).toBeVisible()
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  await inspector.open()
  const time = panel.getByRole('group', { name: 'Time travel' })
  await time.getByRole('button', { name: 'First step' }).click()
  await app.expectRoute('restoring')
  await expect(time).toContainText('The past: the beginning')
  await time.getByRole('button', { name: 'One step forward' }).click()
  await app.expectRoute('signIn')
  await expect(inspector.section('Where I am')).toContainText('signIn.editing')
  await expect(inspector.section('What I can do').getByRole('button')).toHaveCount(0)
  await time.getByRole('button', { name: 'One step forward' }).click()
  await time.getByRole('button', { name: 'One step forward' }).click()
  await expect(time).toContainText('step 3 of')
  await expect(app.alert.first()).toBeVisible()
  await expectAccessible(page)
  // Nothing that is done there has an effect.
  await app.signIn.submit(member)
  await expect(time).toContainText('step 3 of')
  await inspector.show('Chart')
  await expect(panel.locator('[aria-label="signIn.editing"].here')).toBeVisible()
  await time.getByLabel('Show in the app').uncheck()
  await app.expectRoute('signedIn')
  await time.getByLabel('Show in the app').check()
  await app.expectRoute('signIn')
  await time.getByRole('button', { name: 'Back to now' }).click()
  await app.expectRoute('signedIn')
})

test('is steered by keyboard, and from the timeline', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  const { panel } = inspector
  await app.open()
  await inspector.open()
  const legal = panel.getByRole('button', { name: /^go\.signUp/ })
  await legal.click()
  await app.expectRoute('signUp')
  const range = panel.getByRole('slider', { name: 'Step' })
  await range.focus()
  await page.keyboard.press('ArrowLeft')
  await app.expectRoute('signIn')
  await expect(range).toBeFocused()
  await page.keyboard.press('End')
  await app.expectRoute('signUp')
  await inspector.show('Timeline')
  await panel.getByRole('option').filter({ hasText: 'attached in' }).first().click()
  await panel.getByRole('button', { name: 'Show this moment' }).click()
  await app.expectRoute('restoring')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await app.expectRoute('signUp')
})

test('walks through a session that failed elsewhere', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  const { panel } = inspector
  const walk = journeys.find(({ title }) => title.startsWith('signs in with a code by SMS'))
  await app.open()
  await inspector.open()
  await panel.getByLabel('A walk or a trace').setInputFiles({
    name: 'replay-1.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(walk)),
  })
  const time = panel.getByRole('group', { name: 'Time travel' })
  await expect(time).toContainText('step 7 of 7', { timeout: 20_000 })
  await app.expectRoute('signedIn')
  for (let left = 3; left > 0; left -= 1) {
    await time.getByRole('button', { name: 'One step back' }).click()
  }
  await expect(inspector.section('Where I am')).toContainText('confirmSignIn.submitting')
  await app.expectRoute('confirmSignIn')
  await time.getByRole('button', { name: 'Back to the live session' }).click()
  await app.expectRoute('signIn')
})
