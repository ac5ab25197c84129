import { givenUp, nextRequest } from '../../support/requests.ts'
import { goTo } from '../../support/task.ts'
import { expectDone, tasks } from '../../support/tasks.ts'
import { expect, test } from '../../support/test.ts'
import { comeHome } from '../../support/visitor.ts'

for (const task of tasks) {
  const { name, operation, section, start } = task
  if (!section) continue

  test(`${name}: cancelled, refused by the network, then done`, async ({ cognito, visitor }) => {
    const { app } = visitor
    await goTo(task, visitor)
    const { alert, cancel } = section(app)
    await cognito.addFault({ operation, latencyMs: 60_000 })
    const asked = nextRequest(app.page, operation)
    await start(app).click()
    await asked
    await expect(start(app)).toBeDisabled()
    const ended = givenUp(app.page, operation)
    await cancel.click()
    await ended
    await expect(cancel).toBeHidden()
    await expect(alert).toBeEmpty()
    await expect(app.status).toHaveText('')

    await cognito.clearFaults()
    await cognito.addFault({ operation, drop: true })
    await start(app).click()
    await expect(alert).toContainText('cannot be reached')
    expect(await app.storedToken('accessToken')).toBeTruthy()

    await cognito.clearFaults()
    await start(app).click()
    await expectDone(task, app)
  })
}

test('signing out everywhere from the settings says so when it failed', async ({
  app,
  cognito,
  visitor,
}) => {
  await comeHome(visitor)
  await app.settings.open()
  await cognito.addFault({ operation: 'GlobalSignOut', drop: true })
  await app.settings.dangerZone.signOutEverywhere.click()
  await expect(app.alert.filter({ hasText: 'cannot be reached' })).toHaveCount(1)
  await app.expectRoute('signedIn')
  await cognito.clearFaults()
  await app.settings.dangerZone.signOutEverywhere.click()
  await app.expectRoute('signIn')
})

test('a key for an app that does not come can be left', async ({ app, cognito, visitor }) => {
  await comeHome(visitor)
  await app.settings.open()
  await cognito.addFault({ operation: 'AssociateSoftwareToken', drop: true })
  await app.settings.secondFactors.setUpApp.click()
  await app.expectRoute('setupTotp')
  await expect(app.alert).toContainText('cannot be reached')
  await app.setupTotp.leave.click()
  await app.expectRoute('signedIn')
  await expect(app.settings.secondFactors.region).toBeVisible()
})

test('what cannot be read says so, and can be read again', async ({ app, cognito, visitor }) => {
  await comeHome(visitor)
  await cognito.addFault({ operation: 'GetUser', drop: true })
  await cognito.addFault({ operation: 'ListDevices', drop: true })
  await app.settings.tab.click()
  const { profile, devices } = app.settings
  await expect(profile.alert).toContainText('cannot be reached')
  await expect(devices.alert.first()).toContainText('cannot be reached')
  await cognito.clearFaults()
  await profile.retry.click()
  await expect(profile.email).toHaveValue(visitor.person.email)
  await devices.retry.click()
  await expect(devices.region).toContainText('No devices yet.')
  await app.expectRoute('signedIn')
})
