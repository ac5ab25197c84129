import { authBehaviour, explore, type Model, runWalk, walkTo } from '@authchart/testing'
import { playwrightDriver } from '@authchart/testing/playwright'
import type { Page } from '@playwright/test'
import type { Route } from '../models/app.model.ts'
import { exampleUi } from '../walks/example-ui.ts'
import { walksConfig } from '../walks/walks-config.ts'

/** By route the leaf where its screen waits: for the user, or for Cognito where it never waits for the user. */
export const leafOf: Readonly<Record<Route, string>> = {
  restoring: 'restoring.refreshing',
  signIn: 'signIn.editing',
  redirecting: 'redirecting.signingIn',
  confirmSignIn: 'confirmSignIn.editing',
  customChallenge: 'customChallenge.editing',
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
  signedIn: 'signedIn.idle',
  signingOut: 'signingOut.revoking',
}

export const routes = Object.keys(leafOf) as Route[]

const driver = playwrightDriver({ ui: exampleUi, config: walksConfig })
let model: Model | undefined

/** Takes a page to a leaf of the chart by the shortest walk. Cognito's responses come from the walk. */
export async function walkToLeaf(page: Page, leaf: string): Promise<void> {
  model ??= explore(authBehaviour)
  const { cannotTake, costOf } = driver
  const walk = walkTo(model, leaf, { cannotTake, costOf })
  await runWalk(authBehaviour, walk, driver.open(page))
}
