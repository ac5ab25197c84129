import { expect } from '@playwright/test'
import { phone } from './mfa.ts'
import { devicePool, mfaPool } from './pools.ts'
import type { Task } from './task.ts'

const withPhone = { phone_number: phone, phone_number_verified: 'true' }

export const tasks: readonly Task[] = [
  {
    name: 'change the password',
    async prepare({ app, canary, person }) {
      await app.settings.password.previous.fill(person.password)
      await app.settings.password.next.input.fill(canary.password())
    },
    start: (app) => app.settings.password.change,
    operation: 'ChangePassword',
    says: 'Your password is changed.',
    section: (app) => app.settings.password,
  },
  {
    name: 'save the profile',
    prepare: ({ app }) => app.settings.profile.name.fill('Ada'),
    start: (app) => app.settings.profile.save,
    operation: 'UpdateUserAttributes',
    says: 'Your profile is saved.',
    section: (app) => app.settings.profile,
  },
  {
    name: 'remove an attribute',
    attributes: { name: 'Ada' },
    start: (app) => app.settings.profile.removeName,
    operation: 'DeleteUserAttributes',
    says: 'It is removed from your profile.',
    section: (app) => app.settings.profile,
  },
  {
    name: 'verify a phone',
    attributes: { phone_number: phone },
    start: (app) => app.settings.profile.verifyPhone,
    operation: 'GetUserAttributeVerificationCode',
    route: 'confirmContact',
    section: (app) => app.settings.profile,
  },
  {
    name: 'choose a second factor',
    pool: mfaPool('OPTIONAL'),
    attributes: withPhone,
    prepare: ({ app }) => app.settings.secondFactors.sms.check(),
    start: (app) => app.settings.secondFactors.save,
    operation: 'SetUserMFAPreference',
    says: 'Your choice is saved.',
    section: (app) => app.settings.secondFactors,
  },
  {
    name: 'remember this device',
    pool: devicePool,
    start: (app) => app.settings.devices.remember,
    operation: 'UpdateDeviceStatus',
    says: 'This device is remembered.',
    section: (app) => app.settings.devices,
  },
  {
    name: 'forget this device',
    pool: devicePool,
    start: (app) => app.settings.devices.forget,
    operation: 'ForgetDevice',
    says: 'The device is forgotten.',
    section: (app) => app.settings.devices,
  },
  {
    name: 'delete the account',
    async prepare({ app }) {
      await app.settings.dangerZone.open.click()
      await app.settings.dangerZone.confirmation.fill('delete')
    },
    start: (app) => app.settings.dangerZone.deleteForGood,
    operation: 'DeleteUser',
    route: 'signIn',
    says: 'Your account is deleted.',
    section: (app) => app.settings.dangerZone,
  },
  {
    name: 'ask for the key of an app',
    pool: mfaPool('OPTIONAL'),
    start: (app) => app.settings.secondFactors.setUpApp,
    operation: 'AssociateSoftwareToken',
    route: 'setupTotp',
  },
  {
    name: 'set up an app',
    pool: mfaPool('OPTIONAL'),
    async prepare({ app, canary, cognito }) {
      await app.settings.secondFactors.setUpApp.click()
      await app.expectRoute('setupTotp')
      const secret = await app.setupTotp.readSecret()
      await app.setupTotp.code.fill(await canary.totpCode(secret, cognito.now))
    },
    start: (app) => app.setupTotp.confirm,
    operation: 'VerifySoftwareToken',
    route: 'signedIn',
    says: 'Your authenticator app is set up.',
    section: (app) => app,
  },
  {
    name: 'sign out everywhere',
    start: (app) => app.settings.dangerZone.signOutEverywhere,
    operation: 'GlobalSignOut',
    route: 'signIn',
  },
]

/** Waits until a task ended well. */
export async function expectDone(task: Task, app: Parameters<Task['start']>[0]): Promise<void> {
  await app.expectRoute(task.route ?? 'signedIn')
  if (task.says) await expect(app.status).toContainText(task.says)
}
