// Loaded beforehand: the first load is slower than the time-outs that some tests give.
import '@aws-sdk/client-cognito-identity'
import { SignJWT } from 'jose'
import { waitFor } from 'xstate'
import type { FederatedResponse } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import { type HostedUiPage, nextOf, openHostedUiPage } from './hosted-page.ts'
import { enter, type Opening, type Place, view, withoutSrp } from './operation-ways.ts'
import { createUser, type Page, settled } from './sandbox-auth.ts'

export interface HostedPlace extends Place {
  readonly page: HostedUiPage
}

/** At the sign-in form of an app that has a hosted UI and an identity pool. */
export async function hosted(opening?: Opening): Promise<HostedPlace> {
  const page = openHostedUiPage()
  await createUser(page)
  const place = enter(page, { config: withoutSrp, navigator: page.navigator, ...opening })
  await settled(place.auth, 'signIn')
  return place as HostedPlace
}

const pageOf = ({ page }: Place) => page as HostedUiPage

/** Leaves for a page, by what `act` does. */
async function gone(place: Place, act: () => unknown): Promise<string> {
  const { left } = pageOf(place)
  const { length } = left
  act()
  return nextOf(left, length)
}

/** Through an external provider, and back to where the app is loaded anew. */
export async function landing(place: Place): Promise<void> {
  const page = pageOf(place)
  const url = await gone(place, () => view(place, 'signIn').redirect({ provider: 'Google' }))
  page.address = await page.visitor.pick(url)
  place.reload()
}

/** As Google would make it, for who asks the identity pool directly. */
export const tokenOfGoogle = (expiresAt: number, sub = '1001'): Promise<string> =>
  new SignJWT({ sub, email: 'grace@example.com' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://accounts.google.com')
    .setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(new TextEncoder().encode('a secret of somebody else, who is trusted'))

/** What Google's own SDK would give for `federatedSignIn`. */
export async function fromGoogle(
  { sandbox }: Pick<Page, 'sandbox'>,
  lifeMs = 3_600_000,
  sub?: string,
): Promise<FederatedResponse> {
  const expires_at = sandbox.clock.now() + lifeMs
  return { token: await tokenOfGoogle(expires_at, sub), expires_at }
}

/** Signs in with such a token; how that goes is seen in the view. */
export async function federate({ auth, page }: Place): Promise<void> {
  const response = await fromGoogle(page)
  const begun = waitFor(actorOf(auth), (snapshot) => snapshot.matches({ signIn: 'federating' }))
  void auth.federatedSignIn('google', response, { name: 'Grace' }).catch(() => undefined)
  await begun
}
