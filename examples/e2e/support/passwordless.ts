import { addVirtualAuthenticator } from '../../../scripts/lib/browser/virtual-authenticator.mjs'
import type { AppModel } from '../models/app.model.ts'
import type { Person } from './person.ts'
import { passwordlessPool } from './pools.ts'
import { test as base, expect } from './test.ts'

type Authenticator = Awaited<ReturnType<typeof addVirtualAuthenticator>>

interface Fixtures {
  /** Changes the pool before the page is opened. */
  pool: undefined
  /** What holds the passkeys of the page. */
  authenticator: Authenticator
}

/** `test` with a pool that allows every first factor, and a page that can have passkeys: no IP address has them. */
export const test = base.extend<Fixtures>({
  baseURL: async ({ baseURL = '' }, use) => use(baseURL.replace('127.0.0.1', 'localhost')),

  pool: [
    async ({ canary: _isReset, cognito }, use) => {
      await cognito.patchPool(passwordlessPool)
      await use(undefined)
    },
    { auto: true },
  ],

  authenticator: async ({ page }, use) => use(await addVirtualAuthenticator(page)),
})

/** Signs in with the password, past the offer of a passkey. */
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

export { expect }
