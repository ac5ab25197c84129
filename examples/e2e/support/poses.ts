import { expect } from '@playwright/test'
import { phone } from './mfa.ts'
import { createUser } from './person.ts'
import { devicePool, mfaPool, totpPool } from './pools.ts'
import { allSteps, take } from './steps.ts'
import { visit } from './visit.ts'
import { comeHome, signIn, type Visitor } from './visitor.ts'

/** A screen in a state worth a picture. */
interface Pose {
  readonly name: string
  readonly strike: (visitor: Visitor) => Promise<void>
}

async function takeStep(name: string, visitor: Visitor): Promise<void> {
  const step = allSteps.find((step) => step.name === name)
  if (!step) throw new Error(`There is no step ${name}`)
  await take(step, visitor)
}

export const poses: readonly Pose[] = [
  {
    name: 'confirmSignIn-totp',
    strike: (visitor) => takeStep('confirmSignIn by authenticator app', visitor),
  },
  {
    name: 'confirmSignIn-alert',
    async strike(visitor) {
      await takeStep('confirmSignIn by e-mail', visitor)
      await visitor.app.confirmSignIn.submit('000000')
      await expect(visitor.app.alert).not.toBeEmpty()
    },
  },
  {
    name: 'selectMfaType-setup',
    async strike(visitor) {
      const { app, cognito, person } = visitor
      await cognito.patchPool({ ...mfaPool('ON'), AutoVerifiedAttributes: [] })
      await createUser(cognito, person, { email_verified: 'false' })
      await signIn(visitor)
      await app.expectRoute('selectMfaType')
    },
  },
  {
    name: 'setupTotp-failed',
    async strike(visitor) {
      await visitor.cognito.addFault({ operation: 'AssociateSoftwareToken', drop: true })
      await visitor.cognito.patchPool(totpPool)
      await createUser(visitor.cognito, visitor.person)
      await signIn(visitor)
      await expect(visitor.app.setupTotp.retry).toBeVisible()
    },
  },
  {
    name: 'resetPassword-filled',
    async strike(visitor) {
      await visit('resetPassword', visitor)
      await visitor.app.resetPassword.submitBoth('000000', 'Almost-good')
      await expect(visitor.app.alert).not.toBeEmpty()
    },
  },
  {
    name: 'settings',
    async strike(visitor) {
      await visitor.cognito.patchPool(devicePool)
      await comeHome(visitor, { name: 'Ada', phone_number: phone })
      await visitor.app.settings.open()
    },
  },
  {
    name: 'settings-alerts',
    async strike(visitor) {
      const { settings } = visitor.app
      await comeHome(visitor)
      await settings.open()
      await settings.dangerZone.open.click()
      await settings.profile.save.click()
      await settings.password.change.click()
      await settings.dangerZone.deleteForGood.click()
      await expect(settings.dangerZone.alert).not.toBeEmpty()
    },
  },
  {
    name: 'settings-failed',
    async strike(visitor) {
      const { app, cognito } = visitor
      await comeHome(visitor)
      await cognito.addFault({ operation: '*', drop: true })
      await app.settings.tab.click()
      await expect(app.settings.devices.retry).toBeVisible()
    },
  },
]
