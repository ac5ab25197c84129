import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

test('shows where the flow is, and follows it', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  await expect(inspector.section('Where I am')).toContainText('signIn.editing')
  await app.signIn.submit(member)
  await expect(inspector.section('Where I am')).toContainText('signedIn.idle')
  await expect(inspector.section('Where I came from')).toContainText('signIn answered')
})

test('its button leaves the controls of a phone free', async ({ app, page, member }) => {
  await page.setViewportSize({ width: 375, height: 740 })
  const { launcher } = new InspectorModel(page)
  await app.enter(member)
  await app.settings.open()
  await expect(launcher).toHaveAccessibleName(/signedIn\.idle/)
  const left = (await launcher.boundingBox())?.x ?? 0
  const { tabs } = app.settings
  const count = await tabs.count()
  const controls = app.main.locator('button, input, a').filter({ visible: true })
  for (const tab of await tabs.all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    const rights = await controls.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().right),
    )
    // The tabs themselves, what is above them, and the controls of the open one.
    expect(rights.length).toBeGreaterThan(count + 2)
    expect(Math.max(...rights)).toBeLessThanOrEqual(left)
  }
})

test('sends what is legal: at once, or with what is typed', { tag: '@quick' }, async ({
  app,
  page,
  member,
}) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  const legal = inspector.section('What I can do')
  await legal.getByRole('button', { name: /^go\.signUp/ }).click()
  await app.expectRoute('signUp')
  await legal.getByRole('button', { name: /^go\.signIn/ }).click()
  await app.expectRoute('signIn')
  const form = legal.locator('details', { hasText: 'signIn.submit' })
  await form.locator('summary').click()
  await form.getByLabel('username').fill(member.email)
  await form.getByLabel(/^password/).fill(member.password)
  await form.getByRole('button', { name: 'Send' }).click()
  await app.expectRoute('signedIn')
})

test('answers a request in place of Cognito', { tag: '@quick' }, async ({
  app,
  cognito,
  page,
  member,
}) => {
  const inspector = new InspectorModel(page)
  await cognito.addFault({ operation: 'InitiateAuth', latencyMs: 8_000 })
  await app.open()
  await inspector.open()
  await app.signIn.submit(member)
  const answers = inspector.section('What the service can answer')
  await answers.getByRole('button', { name: 'SMS_MFA', exact: true }).click()
  await app.expectRoute('confirmSignIn')
  await inspector.show('Timeline')
  await expect(inspector.panel).toContainText('SMS_MFA')
})

test('says why something did not happen', async ({ app, cognito, page, member }) => {
  const inspector = new InspectorModel(page)
  await cognito.addFault({ operation: 'InitiateAuth', latencyMs: 4_000 })
  await app.open()
  await inspector.open()
  await app.signIn.email.fill(member.email)
  await app.signIn.password.fill(member.password)
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('main form')
    form?.requestSubmit()
    form?.requestSubmit()
  })
  await expect(inspector.section('Why not?')).toContainText('Sent twice')
})

test('shows the story without a secret', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.open()
  await inspector.show('Timeline')
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  await expect(inspector.panel).toContainText('InitiateAuth')
  const token = (await app.storedToken('accessToken')) ?? ''
  expect(token).toMatch(/^eyJ/)
  for (const tab of ['Now', 'Timeline', 'Chart', 'Session'] as const) {
    await inspector.show(tab)
    const text = await inspector.text()
    expect(text).not.toContain(member.password)
    expect(text).not.toContain(token)
  }
  await expect(inspector.panel).toContainText('0 secrets')
})

test('every view is accessible, in light and dark', async ({ app, page, member }) => {
  // Eight looks at the whole page.
  test.slow()
  const inspector = new InspectorModel(page)
  await app.enter(member)
  await inspector.open()
  for (const tab of ['Now', 'Timeline', 'Chart', 'Session'] as const) {
    await inspector.show(tab)
    await expectAccessible(page)
  }
})

test('opens, is read and closes by keyboard alone', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  await app.open()
  await inspector.launcher.focus()
  await page.keyboard.press('Enter')
  await expect(inspector.panel.getByRole('tab', { name: 'Now' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(inspector.panel.getByRole('tab', { name: 'Timeline' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Escape')
  await expect(inspector.panel).toBeHidden()
  await expect(inspector.launcher).toBeFocused()
})
