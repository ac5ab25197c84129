import { readFile } from 'node:fs/promises'
import { authBehaviour, explore, runWalk, walkOf, withVault } from '@authchart/testing'
import { playwrightDriver } from '@authchart/testing/playwright'
import { expect, test } from '../support/test.ts'
import { exampleUi } from '../walks/example-ui.ts'
import { walksConfig } from '../walks/walks-config.ts'
import { InspectorModel } from './inspector.model.ts'

const behaviour = withVault(authBehaviour)

test('a session that was recorded in the inspector is replayed as a test', async ({
  app,
  page,
  member,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const inspector = new InspectorModel(page)
  await app.open()
  await app.signIn.submit({ ...member, password: 'Wrong-password-1!' })
  await expect(app.alert.first()).toBeVisible()
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  await inspector.open()
  await inspector.panel.getByRole('button', { name: 'Save as test' }).click()
  const saved = inspector.panel.getByRole('button', { name: 'Replay file' })
  await expect(saved).toBeVisible({ timeout: 30_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), saved.click()])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).not.toContain(member.password)
  expect(text).not.toContain(member.email)

  const walk = walkOf(explore(behaviour), JSON.parse(text))
  expect(walk.steps.map(({ label }) => label).slice(0, 5)).toEqual([
    'readSession: nothing',
    'signIn.submit',
    'signIn: NotAuthorizedException: Incorrect username or password.',
    'signIn.submit',
    'signIn: tokens',
  ])
  const context = await browser.newContext(baseURL ? { baseURL } : {})
  const fresh = await context.newPage()
  await fresh.route('**/auth-config.json', (route) => route.fulfill({ json: walksConfig }))
  const driver = playwrightDriver({ ui: exampleUi, config: walksConfig })
  await runWalk(behaviour, walk, driver.open(fresh))
  await context.close()
})
