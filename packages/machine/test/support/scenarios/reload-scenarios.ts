import { expect } from 'vitest'
import type { RequestName } from '../faults.ts'
import { control, createUser, mfaPool, openPage, settled, totpCode } from '../sandbox-auth.ts'
import { type App, home, openApp, signIn, view } from './app.ts'

const phone = '+4915112345678'
export const twoHours = 2 * 3_600_000
/** In ms: longer than any test takes. */
export const endless = 60_000
/** In ms: then another code can be requested. */
export const cooldown = 31_000

type PageOptions = Parameters<typeof openPage>[0]

/** At the sign-in form, with a user of these attributes. */
async function open(options?: PageOptions, attributes = {}): Promise<App> {
  const page = openPage(options)
  await createUser(page, attributes)
  const app = openApp(page)
  await settled(app.auth, 'signIn')
  return app
}

/** In the middle of the request that `act` makes. */
export async function during(app: App, operation: RequestName, act: () => unknown): Promise<App> {
  await control(app.page, '/faults', { operation, times: 1, latencyMs: endless })
  const { sent } = app.page
  const sentBefore = sent.length
  await act()
  await expect.poll(() => sent.slice(sentBefore), { interval: 5 }).toContain(operation)
  return app
}

/** At the code of an authenticator app that has a name. */
export async function challengedByApp(): Promise<App> {
  const app = await home()
  view(app, 'signedIn').setupTotp()
  const { secret, submit } = await settled(app.auth, 'setupTotp')
  app.totpSecret = secret?.reveal() ?? ''
  submit({ code: await totpCode(app.page, app.totpSecret), deviceName: 'Pocket phone' })
  ;(await settled(app.auth, 'signedIn')).signOut()
  await settled(app.auth, 'signIn')
  signIn(app)
  await settled(app.auth, 'confirmSignIn')
  return app
}

/** Where a factor has to be set up, and there are two. */
export async function choosingSetup(): Promise<App> {
  const pool = { ...mfaPool('ON'), AutoVerifiedAttributes: [] }
  const app = await open({ pool }, { email_verified: 'false' })
  signIn(app)
  await settled(app.auth, 'selectMfaType')
  return app
}

/** Signed in, with an e-mail address that is not verified. */
async function unverified(): Promise<App> {
  const app = await open({}, { email_verified: 'false' })
  signIn(app)
  await settled(app.auth, 'verifyContact')
  return app
}

export async function confirmingContact(): Promise<App> {
  const app = await unverified()
  view(app, 'verifyContact').submit({ attribute: 'email' })
  await settled(app.auth, 'confirmContact')
  return app
}

/** Two codes were sent, to be typed in one after the other. */
export async function confirmingTwo(): Promise<App> {
  const app = await home(undefined, { AutoVerifiedAttributes: ['email', 'phone_number'] })
  const attributes = { email: 'ada.l@example.com', phone_number: phone }
  view(app, 'signedIn').updateAttributes({ attributes })
  await settled(app.auth, 'confirmContact')
  return app
}
