import { expect, test } from 'vitest'
import { actorOf, pathOf } from '../../src/xstate.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import { devicePool, home, type Place, withoutSrp } from '../support/operation-ways.ts'
import {
  challengedByApp,
  choosingSetup,
  confirmingContact,
  confirmingTwo,
  cooldown,
  during,
  endless,
  twoHours,
} from '../support/reload-places.ts'
import {
  control,
  email,
  mustCallCognito,
  password,
  settled,
  slowStorage,
  totpCode,
} from '../support/sandbox-auth.ts'
import { newestCode, walkHome } from '../support/walk-home.ts'

test('a sign-out that the storage has not finished ends with the next response', async () => {
  const place = await home()
  const storage = slowStorage(place.page.stored, { remove: endless })
  const auth = place.page.load({ storage })
  ;(await settled(auth, 'signedIn')).globalSignOut()
  await expect.poll(() => pathOf(actorOf(auth).getSnapshot())).toBe('signingOut.ending')
  place.reload()
  const told = recordFailures(place)
  ;(await settled(place.auth, 'signedIn')).loadProfile()
  await settled(place.auth, 'signIn')
  expect(codesOf(told)).toEqual(['sessionRevoked'])
})

test('a device, the wish to remember it and contacts to verify come one after the other', async () => {
  const place = await challengedByApp()
  const { page } = place
  await control(page, '/pool', devicePool(true))
  await mustCallCognito(page, 'AdminUpdateUserAttributes', {
    Username: email,
    UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
  })
  await control(page, '/clock', { advanceMs: cooldown })
  const code = await totpCode(page, place.totpSecret ?? '')
  const { submit } = await settled(place.auth, 'confirmSignIn')
  await during(place, 'ConfirmDevice', () => submit({ code, rememberDevice: true }))
  expect(place.auth.getView().route).toBe('restoring')
  await during(place, 'UpdateDeviceStatus', () => place.reload())
  expect(place.auth.getView().route).toBe('signedIn')

  place.reload()
  const view = await settled(place.auth, 'verifyContact')
  expect(view.notice).toBe('deviceRemembered')
  expect(view.contacts).toEqual([{ attribute: 'email', value: email }])
  expect((await walkHome(place)).notice).toBe('contactConfirmed')
  await place.auth.getSession({ forceRefresh: true })
})

test('two codes are asked for one after the other, with a reload between them', async () => {
  const place = await confirmingTwo()
  const first = await settled(place.auth, 'confirmContact')
  first.submit({ code: await newestCode(place, first.medium) })
  await rest(place)
  place.reload()
  const second = await settled(place.auth, 'confirmContact')
  expect([first.attribute, second.attribute].sort()).toEqual(['email', 'phone_number'])
  expect((await walkHome(place)).notice).toBe('contactConfirmed')
})

test('which factor to set up is asked once more', async () => {
  const place = await choosingSetup()
  place.reload()
  const view = await settled(place.auth, 'selectMfaType')
  expect(view).toMatchObject({ purpose: 'setup', options: ['TOTP', 'EMAIL'] })
  await walkHome(place)
})

test('a session that has to be refreshed first comes back to the screen as well', async () => {
  const place = await confirmingContact()
  await control(place.page, '/clock', { advanceMs: twoHours })
  place.reload()
  expect(await settled(place.auth, 'confirmContact')).toMatchObject({ attribute: 'email' })
  expect(place.page.sent.at(-1)).toBe('GetTokensFromRefreshToken')
  await walkHome(place)

  const offline = await confirmingContact()
  await control(offline.page, '/clock', { advanceMs: twoHours })
  offline.page.between = () => Promise.reject(new TypeError('fetch failed'))
  offline.reload()
  await settled(offline.auth, 'confirmContact')
})

test('a session that is over takes the screen along', async () => {
  const place = await confirmingContact()
  await mustCallCognito(place.page, 'AdminUserGlobalSignOut', { Username: email })
  await control(place.page, '/clock', { advanceMs: twoHours })
  place.reload()
  const view = await settled(place.auth, 'signIn')
  expect(view.failure?.code).toBe('sessionRevoked')
  expect(place.page.pending()).toBeUndefined()
  view.submit({ username: email, password })
  expect((await settled(place.auth, 'verifyContact')).contacts).toHaveLength(1)
})

const grace = 'grace@example.com'

/** In another tab: the user of the first one leaves, and somebody else comes. */
async function switchUser({ page }: Place): Promise<void> {
  const UserAttributes = [
    { Name: 'email', Value: grace },
    { Name: 'email_verified', Value: 'true' },
  ]
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: grace,
    MessageAction: 'SUPPRESS',
    UserAttributes,
  })
  const Password = password
  await mustCallCognito(page, 'AdminSetUserPassword', {
    Username: grace,
    Password,
    Permanent: true,
  })
  const tab = page.openTab({ config: withoutSrp })
  ;(await settled(tab, 'signedIn')).signOut()
  ;(await settled(tab, 'signIn')).submit({ username: grace, password })
  await settled(tab, 'signedIn')
}

test('what one user was in the middle of is not shown to another, after a reload neither', async () => {
  const place = await confirmingContact()
  place.auth.stop()
  expect(place.page.pending()?.route).toBe('signedIn')
  await switchUser(place)
  place.reload()
  expect((await settled(place.auth, 'signedIn')).user.email).toBe(grace)
  expect(place.page.pending()).toBeUndefined()

  const watched = await confirmingContact()
  await switchUser(watched)
  await expect.poll(() => watched.auth.getView()).toMatchObject({ user: { email: grace } })
  expect(watched.auth.getView().route).toBe('signedIn')
  expect(watched.page.pending()).toBeUndefined()
})

test('nobody signed in any more: nothing is left of the screens of who was', async () => {
  const place = await confirmingContact()
  place.auth.stop()
  for (const key of [...place.page.stored.keys()]) place.page.stored.delete(key)
  place.reload()
  await settled(place.auth, 'signIn')
  expect(place.page.pending()).toBeUndefined()
})

test('with a clock that was set back a challenge is over, and no cool-down lasts for hours', async () => {
  const place = await challengedByApp()
  const clock = (page: Place['page']) => ({ now: () => page.sandbox.clock.now() - twoHours })
  const auth = place.page.load({ clock: clock(place.page) })
  expect((await settled(auth, 'signIn')).username).toBe('')

  const { page } = await confirmingContact()
  const behind = page.load({ clock: clock(page) })
  const { resendAt } = await settled(behind, 'confirmContact')
  expect(resendAt - clock(page).now()).toBeLessThanOrEqual(cooldown)
})
