import { addVirtualAuthenticator } from '../../../scripts/lib/browser/virtual-authenticator.mjs'
import type { AppModel } from '../models/app.model.ts'
import type { Person } from './person.ts'
import { passwordlessPool } from './pools.ts'
import { test as base, expect } from './test.ts'

type Authenticator = Awaited<ReturnType<typeof addVirtualAuthenticator>>

interface Fixtures {
  /** Changes the pool before the page is opened. */
  pool: undefined
  /** Whether the browser says that it creates passkeys without a dialog; Chromium's authenticator never does. */
  canUpgrade: boolean
  /** Whether the browser has a list of passkeys in fields. The authenticator picks from it when it opens. */
  canAutofill: boolean
  /** The authenticator of the page. */
  authenticator: Authenticator
}

/** `test` with a pool that allows every first factor, and a page that can have passkeys: no IP address has them. */
export const test = base.extend<Fixtures>({
  baseURL: async ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', 'localhost')),

  pool: [
    // The canary has reset Cognito.
    async ({ canary: _, cognito }, use) => {
      await cognito.patchPool(passwordlessPool)
      await use(undefined)
    },
    { auto: true },
  ],

  canUpgrade: [false, { option: true }],
  canAutofill: [false, { option: true }],

  authenticator: async ({ page, canAutofill, canUpgrade }, use) => {
    if (!canAutofill) await page.addInitScript(withoutAutofill)
    if (!canUpgrade) await page.addInitScript(withoutUpgrade)
    await use(await addVirtualAuthenticator(page))
  },
})

/** In the page: the browser has no conditional mediation. */
function withoutAutofill() {
  if (!window.isSecureContext) return
  PublicKeyCredential.isConditionalMediationAvailable = async () => false
}

/** In the page: the browser has no `conditionalCreate`. */
function withoutUpgrade() {
  // A page that is not secure has no passkeys.
  if (!window.isSecureContext) return
  const { getClientCapabilities } = PublicKeyCredential
  PublicKeyCredential.getClientCapabilities = async () => ({
    ...(await getClientCapabilities.call(PublicKeyCredential)),
    conditionalCreate: false,
  })
}

/** Signs in with the password on the screen after the user name. */
export async function enterByPassword(app: AppModel, person: Person): Promise<void> {
  await app.signIn.submitName(person)
  await app.expectRoute('selectFactor')
  await app.selectFactor.submit(person.password)
}

/** Opens the app, signs in with the password and creates a passkey when it is offered. */
export async function enterAndCreatePasskey(app: AppModel, person: Person): Promise<void> {
  await app.open()
  await enterByPassword(app, person)
  await app.expectRoute('passkeyPrompt')
  await app.passkeyPrompt.create.click()
  await app.expectRoute('signedIn')
}

/** Signs out without a touch of the authenticator: the list of the field for the user name stays open. */
export async function signOutUntouched(app: AppModel, authenticator: Authenticator): Promise<void> {
  await authenticator.isTouched(false)
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
}

export { expect }
