import type { AuthPath, PendingLeaf } from '@authchart/machine'
import { expect } from '@playwright/test'
import type { Route } from '../models/app.model.ts'
import { createUser } from './person.ts'
import { mfaPool, totpPool } from './pools.ts'
import type { Step } from './step.ts'
import { allSteps, take } from './steps.ts'
import { comeHome, signIn, type Visitor } from './visitor.ts'

/** A leaf of the chart that waits for the user, not for a request. */
type RestingLeaf = Exclude<AuthPath, `${string}.${PendingLeaf}`>

/** A screen that waits for its user, and what a reload makes of it. */
export interface Resting extends Pick<Step, 'name' | 'route' | 'reach' | 'fill' | 'submit'> {
  /** Where submitting leads after the reload. */
  readonly next: Route
  /** Why the screen shows something else after the reload, where that is right. */
  readonly changes?: string
  /** Where the reload leads, if not to the same screen: then there is nothing left to finish. */
  readonly back?: Route
}

/** Longer than the pause between two codes. */
const cooldownMs = 31_000
const twice = 'the reload was another try'

function known(name: string, next?: Route): Resting {
  const step = allSteps.find((step) => step.name === name)
  if (!step) throw new Error(`There is no step ${name}`)
  return { ...step, reach: (visitor) => take(step, visitor), next: next ?? step.next }
}

/** The same once another code may be asked for. */
const cooledDown = (resting: Resting): Resting => ({
  ...resting,
  name: `${resting.name}, cooled down`,
  async reach(visitor) {
    const { app } = visitor
    await resting.reach(visitor)
    await app.page.clock.setSystemTime(Date.now() + cooldownMs)
    await app.reload()
    await expect(app.confirmSignUp.resend).toBeEnabled()
  },
})

async function fillFreshCode({ app, canary, cognito }: Visitor): Promise<void> {
  const secret = await app.setupTotp.readSecret()
  await app.setupTotp.code.fill(await canary.totpCode(secret, cognito.now))
}

async function openSetup(visitor: Visitor): Promise<void> {
  const { app, cognito } = visitor
  await cognito.patchPool(mfaPool('OPTIONAL'))
  await comeHome(visitor)
  await app.settings.open()
  await app.settings.secondFactors.setUpApp.click()
  await app.expectRoute('setupTotp')
}

const setup = {
  route: 'setupTotp',
  fill: fillFreshCode,
  submit: (app) => app.setupTotp.confirm,
  next: 'signedIn',
} as const satisfies Partial<Resting>

/** Not a dropped connection, which browsers try once more by themselves. */
const failsOnce = (operation: string) => ({ operation, status: 503, times: 1 })
const noSecret = failsOnce('AssociateSoftwareToken')

/** A leaf that is missing here does not compile. */
export const resting: Readonly<Record<RestingLeaf, readonly Resting[]>> = {
  'signIn.editing': [
    {
      name: 'signIn after a wrong password',
      route: 'signIn',
      async reach(visitor) {
        const { app, canary, cognito, person } = visitor
        await createUser(cognito, person)
        await signIn({ ...visitor, person: { ...person, password: canary.password() } })
        await expect(app.alert).not.toBeEmpty()
      },
      fill: ({ app, person }) => app.signIn.password.fill(person.password),
      submit: (app) => app.signIn.signIn,
      next: 'signedIn',
    },
  ],
  'confirmSignIn.editing': [
    known('confirmSignIn by SMS'),
    known('confirmSignIn by e-mail'),
    known('confirmSignIn by authenticator app'),
  ],
  'customChallenge.editing': [known('customChallenge')],
  'selectMfaType.editing': [known('selectMfaType')],
  'setupTotp.failed': [
    {
      ...setup,
      name: 'setupTotp without a key',
      async reach({ app, cognito, person, ...visitor }) {
        await cognito.patchPool(totpPool)
        await cognito.addFault(noSecret)
        await createUser(cognito, person)
        await signIn({ app, cognito, person, ...visitor })
        await expect(app.setupTotp.retry).toBeVisible()
      },
      changes: twice,
    },
  ],
  'setupTotp.editing': [known('setupTotp')],
  'setupTotp.verified': [
    {
      ...setup,
      name: 'setupTotp with the app set up',
      async reach(visitor) {
        const { app, cognito } = visitor
        await known('setupTotp').reach(visitor)
        await cognito.addFault(failsOnce('RespondToAuthChallenge'))
        await fillFreshCode(visitor)
        await app.setupTotp.confirm.click()
        await expect(app.main).toContainText('Your app is set up')
      },
      fill: async () => undefined,
      submit: (app) => app.setupTotp.retry,
    },
  ],
  'setupEmail.editing': [known('setupEmail')],
  'newPassword.editing': [known('newPassword')],
  'signUp.editing': [known('signUp')],
  // The password of somebody new is gone with the page.
  'confirmSignUp.editing.cooling': [known('confirmSignUp', 'signIn')],
  'confirmSignUp.editing.ready': [cooledDown(known('confirmSignUp', 'signIn'))],
  'forgotPassword.editing': [known('forgotPassword')],
  'resetPassword.editing.cooling': [known('resetPassword')],
  'resetPassword.editing.ready': [cooledDown(known('resetPassword'))],
  'signedIn.idle': [
    {
      name: 'signedIn',
      route: 'signedIn',
      reach: comeHome,
      fill: async () => undefined,
      submit: (app) => app.signedIn.signOut,
      next: 'signIn',
    },
  ],
  'signedIn.setupTotp.failed': [
    {
      ...setup,
      name: 'setupTotp in the account without a key',
      async reach(visitor) {
        await visitor.cognito.addFault(noSecret)
        await openSetup(visitor)
        await expect(visitor.app.setupTotp.retry).toBeVisible()
      },
      changes: twice,
    },
  ],
  'signedIn.setupTotp.editing': [
    {
      ...setup,
      name: 'setupTotp in the account',
      async reach(visitor) {
        await openSetup(visitor)
        await visitor.app.setupTotp.readSecret()
      },
    },
  ],
  'signedIn.setupTotp.verified': [
    {
      ...setup,
      name: 'setupTotp in the account with the app set up',
      async reach(visitor) {
        await openSetup(visitor)
        await visitor.cognito.addFault(failsOnce('SetUserMFAPreference'))
        await fillFreshCode(visitor)
        await visitor.app.setupTotp.confirm.click()
        await expect(visitor.app.main).toContainText('Your app is set up')
      },
      back: 'signedIn',
    },
  ],
  'signedIn.verifyContact.editing': [known('verifyContact')],
  'signedIn.confirmContact.editing.cooling': [known('confirmContact')],
  'signedIn.confirmContact.editing.ready': [cooledDown(known('confirmContact'))],
}
