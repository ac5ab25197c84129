import type { AppModel } from '../models/app.model.ts'
import { text } from '../models/texts.ts'
import type { LocalCognito } from '../support/local-cognito.ts'
import { turnOn } from '../support/mfa.ts'
import { createUser, type Person } from '../support/person.ts'
import { devicePool } from '../support/pools.ts'
import { expect, test } from '../support/test.ts'

/** Devices prove themselves by SRP: the whole sign-in takes that way here. */
async function signInWithCode(
  app: AppModel,
  cognito: LocalCognito,
  person: Person,
  { remember = false } = {},
): Promise<void> {
  await app.open()
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignIn')
  await app.confirmSignIn.rememberDevice.setChecked(remember)
  await app.confirmSignIn.submit(await cognito.lastCode(person.email))
  await app.expectRoute('signedIn')
}

async function signInAgain(app: AppModel, person: Person): Promise<void> {
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.signIn.submit(person)
}

test.beforeEach(async ({ canary: _, cognito, person }) => {
  await cognito.patchPool(devicePool)
  await createUser(cognito, person)
  await turnOn(cognito, person, 'EmailMfaSettings')
})

test('a remembered device needs no code, until it is forgotten in the settings', async ({
  app,
  cognito,
  person,
}) => {
  await signInWithCode(app, cognito, person, { remember: true })
  expect(await app.storedToken('randomPasswordKey')).toBeTruthy()
  const sent = (await cognito.outbox()).length
  await signInAgain(app, person)
  await app.expectRoute('signedIn')
  expect(await cognito.outbox()).toHaveLength(sent)

  const { devices } = app.settings
  await app.settings.open()
  await devices.show()
  await expect(devices.current).toHaveCount(1)
  await expect(devices.remember).toBeHidden()
  await devices.forget.click()
  await expect(app.status).toContainText(text('notice.deviceForgotten'))
  await expect(devices.region).toContainText(text('text.noDevices'))
  expect(await app.storedToken('randomPasswordKey')).toBeUndefined()

  await signInAgain(app, person)
  await app.expectRoute('confirmSignIn')
})

test('each device is in the list, and another one can be forgotten from here', async ({
  app,
  cognito,
  otherDevice,
  person,
}) => {
  await signInWithCode(otherDevice, cognito, person, { remember: true })
  await signInWithCode(app, cognito, person)
  const { devices } = app.settings
  await app.settings.open()
  await devices.show()
  await expect(devices.items).toHaveCount(2)
  await expect(devices.current).toHaveCount(1)
  // This one is not remembered, the other one is.
  await expect(devices.remember).toHaveCount(1)
  await expect(devices.current.locator('[value^="rememberDevice."]')).toHaveCount(1)
  const other = devices.items.filter({ hasNotText: text('device.current') })
  await other.locator('[value^="forgetDevice."]').click()
  await expect(devices.items).toHaveCount(1)
  await expect(devices.current).toHaveCount(1)

  // The user of the other device is not locked out.
  await signInAgain(otherDevice, person)
  await otherDevice.expectRoute('confirmSignIn')
  await otherDevice.confirmSignIn.submit(await cognito.lastCode(person.email))
  await otherDevice.expectRoute('signedIn')
})
