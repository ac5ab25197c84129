import { expect } from 'vitest'
import { type Asked, enter, home, type Place, signIn, view } from './operation-ways.ts'
import { control, createUser, mfaPool, openPage, settled, totpCode } from './sandbox-auth.ts'

const phone = '+4915112345678'
export const twoHours = 2 * 3_600_000
/** In ms: longer than any test takes. */
export const endless = 60_000
/** In ms: then another code can be requested. */
export const cooldown = 31_000

type PageOptions = Parameters<typeof openPage>[0]

/** At the sign-in form, with a user of these attributes. */
async function open(options?: PageOptions, attributes = {}): Promise<Place> {
  const page = openPage(options)
  await createUser(page, attributes)
  const place = enter(page)
  await settled(place.auth, 'signIn')
  return place
}

/** In the middle of the request that `act` makes. */
export async function during(place: Place, operation: Asked, act: () => unknown): Promise<Place> {
  await control(place.page, '/faults', { operation, times: 1, latencyMs: endless })
  const { sent } = place.page
  const sentBefore = sent.length
  await act()
  await expect.poll(() => sent.slice(sentBefore), { interval: 5 }).toContain(operation)
  return place
}

/** At the code of an authenticator app that has a name. */
export async function challengedByApp(): Promise<Place> {
  const place = await home()
  view(place, 'signedIn').setupTotp()
  const { secret, submit } = await settled(place.auth, 'setupTotp')
  place.totpSecret = secret?.reveal() ?? ''
  submit({ code: await totpCode(place.page, place.totpSecret), deviceName: 'Pocket phone' })
  ;(await settled(place.auth, 'signedIn')).signOut()
  await settled(place.auth, 'signIn')
  signIn(place)
  await settled(place.auth, 'confirmSignIn')
  return place
}

/** Where a factor has to be set up, and there are two. */
export async function choosingSetup(): Promise<Place> {
  const pool = { ...mfaPool('ON'), AutoVerifiedAttributes: [] }
  const place = await open({ pool }, { email_verified: 'false' })
  signIn(place)
  await settled(place.auth, 'selectMfaType')
  return place
}

/** Signed in, with an e-mail address that is not verified. */
async function unverified(): Promise<Place> {
  const place = await open({}, { email_verified: 'false' })
  signIn(place)
  await settled(place.auth, 'verifyContact')
  return place
}

export async function confirmingContact(): Promise<Place> {
  const place = await unverified()
  view(place, 'verifyContact').submit({ attribute: 'email' })
  await settled(place.auth, 'confirmContact')
  return place
}

/** Two codes were sent, to be typed in one after the other. */
export async function confirmingTwo(): Promise<Place> {
  const place = await home(undefined, { AutoVerifiedAttributes: ['email', 'phone_number'] })
  const attributes = { email: 'ada.l@example.com', phone_number: phone }
  view(place, 'signedIn').updateAttributes({ attributes })
  await settled(place.auth, 'confirmContact')
  return place
}
