import { AppModel } from '../models/app.model.ts'
import { expectAccessible } from '../support/axe.ts'
import { test as base, expect } from '../support/test.ts'
import { StandaloneModel, StandaloneServer } from './standalone.model.ts'

const test = base.extend<{ server: StandaloneServer }>({
  server: async ({ canary }, use) => {
    const server = await StandaloneServer.start()
    canary.knows(server.url)
    await use(server)
    await server.interrupt()
  },
})

test('a page of its own follows the app, sends what is no secret, and ends with Ctrl+C', async ({
  app,
  context,
  member,
  server,
}) => {
  await StandaloneModel.connect(context, server.socketUrl)
  const inspector = new StandaloneModel(await context.newPage())
  await inspector.page.goto(server.url)
  await expect(inspector.page.getByText('No app is here yet')).toBeVisible()
  await expectAccessible(inspector.page)

  await app.open()
  await expect(inspector.section('Where I am')).toContainText('signIn.editing')
  const legal = inspector.section('What I can do')
  await expect(legal.locator('li', { hasText: 'signIn.submit' })).toContainText(
    'type it in the app',
  )
  await legal.getByRole('button', { name: /^go\.signUp/ }).click()
  await app.expectRoute('signUp')
  await legal.getByRole('button', { name: /^go\.signIn/ }).click()
  await app.expectRoute('signIn')

  await app.signIn.submit(member)
  await expect(inspector.section('Where I am')).toContainText('signedIn.idle')
  const token = (await app.storedToken('accessToken')) ?? ''
  for (const tab of ['Now', 'Timeline', 'Chart', 'Session']) {
    await inspector.panel.getByRole('tab', { name: tab, exact: true }).click()
    const text = await inspector.text()
    expect(text).not.toContain(member.password)
    expect(text).not.toContain(token)
  }
  await expect(inspector.panel).toContainText('0 secrets')
  await expectAccessible(inspector.page)

  expect(await server.interrupt()).toBe(0)
  await expect(inspector.page.getByRole('status').first()).toContainText('connection is lost')
})

test('answers a request of the app in place of Cognito', async ({
  app,
  cognito,
  context,
  member,
  server,
}) => {
  await StandaloneModel.connect(context, server.socketUrl)
  await cognito.addFault({ operation: 'InitiateAuth', latencyMs: 8_000 })
  const inspector = new StandaloneModel(await context.newPage())
  await inspector.page.goto(server.url)
  await app.open()
  await app.signIn.submit(member)
  const answers = inspector.section('What the service can answer')
  await answers.getByRole('button', { name: 'SMS_MFA', exact: true }).click()
  await app.expectRoute('confirmSignIn')
})

test('apps of the same origin need no server, and are distinguished', { tag: '@quick' }, async ({
  app,
  cognito,
  context,
  page,
}) => {
  await StandaloneModel.connect(context, 'broadcast')
  await StandaloneModel.serveBeside(context)
  await app.open()
  const inspector = new StandaloneModel(await context.newPage())
  await inspector.page.goto('/inspector/index.html#broadcast')
  await expect(inspector.section('Where I am')).toContainText('signIn.editing')

  const other = await AppModel.prepare(await context.newPage(), cognito)
  await other.open()
  const options = inspector.picker.getByRole('option')
  await expect(options).toHaveCount(2)
  await inspector
    .section('What I can do')
    .getByRole('button', { name: /^go\.signUp/ })
    .click()
  await app.expectRoute('signUp')
  await inspector.picker.selectOption({ index: 1 })
  await expect(inspector.section('Where I am')).toContainText('signIn.editing')

  await other.page.goto('about:blank')
  await expect(inspector.page.getByRole('status').first()).toContainText('This app has left')
  await inspector.picker.selectOption({ index: 0 })
  await expect(inspector.section('Where I am')).toContainText('signUp.editing')
  await page.reload()
  await expect(inspector.picker).toContainText('has left')
  await expect(inspector.page.getByRole('status').first()).toHaveText('')
})
