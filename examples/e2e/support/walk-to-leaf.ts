import { authBehaviour, explore, type Model, runWalk, walkTo } from '@authchart/testing'
import { playwrightDriver } from '@authchart/testing/playwright'
import type { Page } from '@playwright/test'
import { AppModel, type Route } from '../models/app.model.ts'
import { Canary } from '../models/canary.ts'
import { exampleUi } from '../walks/example-ui.ts'
import { walksConfig } from '../walks/walks-config.ts'
import { test } from './test.ts'

/** By route the leaf where its screen waits: for the user, or for Cognito where it never waits for the user. */
export const leafOf: Readonly<Record<Route, string>> = {
  restoring: 'restoring.refreshing',
  signIn: 'signIn.editing',
  redirecting: 'redirecting.signingIn',
  confirmSignIn: 'confirmSignIn.editing.ready',
  customChallenge: 'customChallenge.editing',
  passkey: 'passkey.editing',
  selectFactor: 'selectFactor.editing',
  selectMfaType: 'selectMfaType.editing',
  setupTotp: 'setupTotp.editing',
  setupEmail: 'setupEmail.editing',
  newPassword: 'newPassword.editing',
  signUp: 'signUp.editing',
  confirmSignUp: 'confirmSignUp.editing.cooling',
  forgotPassword: 'forgotPassword.editing',
  resetPassword: 'resetPassword.editing.cooling',
  verifyContact: 'signedIn.verifyContact.editing',
  confirmContact: 'signedIn.confirmContact.editing.cooling',
  passkeyPrompt: 'signedIn.passkeyPrompt.editing',
  signedIn: 'signedIn.idle',
  signingOut: 'signingOut.revoking',
}

/** The driver for a page with this query, e.g. `?lang=de`. */
const driverFor = (query: string) =>
  playwrightDriver({
    ui: exampleUi,
    config: walksConfig,
    path: `/${query}`,
    authenticator: true,
  })
let model: Model | undefined

/** Takes a page to a leaf of the chart by the shortest walk. Cognito's responses come from the walk. */
export async function walkToLeaf(page: Page, leaf: string, query = ''): Promise<void> {
  model ??= explore(authBehaviour)
  const driver = driverFor(query)
  const { cannotTake, costOf } = driver
  const walk = walkTo(model, leaf, { from: 'the page is opened', cannotTake, costOf })
  await runWalk(authBehaviour, walk, driver.open(page))
}

/** For tests with `walkToLeaf`. The driver looks for secrets itself; the canary would report the walk's own Cognito. */
export const walkTest = test.extend({
  // No IP address has passkeys.
  baseURL: async ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', 'localhost')),
  app: async ({ page }, use) => use(await AppModel.prepare(page, { config: walksConfig })),
  canary: async ({ cognito, baseURL }, use) =>
    use(new Canary({ app: baseURL ?? '', sandbox: cognito.config.endpoint })),
})
