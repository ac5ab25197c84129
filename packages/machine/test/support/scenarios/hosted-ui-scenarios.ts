// Loaded beforehand: the first load is slower than the time-outs that some tests give.
import '@aws-sdk/client-cognito-identity'
import { SignJWT } from 'jose'
import { waitFor } from 'xstate'
import type { FederatedResponse } from '../../../src/index.ts'
import { actorOf } from '../../../src/xstate.ts'
import { type HostedUiPage, nextOf, openHostedUiPage } from '../hosted-page.ts'
import { createUser, type Page, settled } from '../sandbox-auth.ts'
import { type App, type Opening, openApp, view, withoutSrp } from './app.ts'

export interface HostedApp extends App {
  readonly page: HostedUiPage
}

/** At the sign-in form of an app that has a hosted UI and an identity pool. */
export async function hosted(opening?: Opening): Promise<HostedApp> {
  const page = openHostedUiPage()
  await createUser(page)
  const app = openApp(page, { config: withoutSrp, navigator: page.navigator, ...opening })
  await settled(app.auth, 'signIn')
  return app as HostedApp
}

const pageOf = ({ page }: App) => page as HostedUiPage

/** Runs `act`, and gives the address that the page is left for. */
async function leaveFor(app: App, act: () => unknown): Promise<string> {
  const { left } = pageOf(app)
  const { length } = left
  act()
  return nextOf(left, length)
}

/** Signs in through an external provider, and loads the app at the address that this leads to. */
export async function signInOnHostedUi(app: App): Promise<void> {
  const page = pageOf(app)
  const url = await leaveFor(app, () => view(app, 'signIn').redirect({ provider: 'Google' }))
  page.address = await page.visitor.pick(url)
  app.reload()
}

/** A token as Google issues it, for direct requests to the identity pool. */
export function tokenOfGoogle(expiresAt: number, sub = '1001'): Promise<string> {
  return new SignJWT({ sub, email: 'grace@example.com' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://accounts.google.com')
    .setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(new TextEncoder().encode('a secret of the trusted provider'))
}

/** The response that Google's own SDK gives, for `federatedSignIn`. */
export async function fromGoogle(
  { sandbox }: Pick<Page, 'sandbox'>,
  lifeMs = 3_600_000,
  sub?: string,
): Promise<FederatedResponse> {
  const expires_at = sandbox.clock.now() + lifeMs
  return { token: await tokenOfGoogle(expires_at, sub), expires_at }
}

/** Signs in with a token of Google; the view shows the result. */
export async function federate({ auth, page }: App): Promise<void> {
  const response = await fromGoogle(page)
  const begun = waitFor(actorOf(auth), (snapshot) => snapshot.matches({ signIn: 'federating' }))
  void auth.federatedSignIn('google', response, { name: 'Grace' }).catch(() => undefined)
  await begun
}
