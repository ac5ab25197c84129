import { expect, test } from 'vitest'
import { actorOf, pathOf } from '../../src/xstate.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import {
  control,
  email,
  mustCallCognito,
  password,
  settled,
  slowStorage,
  totpCode,
} from '../support/sandbox-auth.ts'
import { type App, devicePool, home, withoutSrp } from '../support/scenarios/app.ts'
import { finishFlow, newestCode } from '../support/scenarios/finish-flow.ts'
import {
  challengedByApp,
  choosingSetup,
  confirmingContact,
  confirmingTwo,
  cooldown,
  during,
  endless,
  twoHours,
} from '../support/scenarios/reload-scenarios.ts'

test('a sign-out that the storage has not finished ends with the next response', async () => {
  const app = await home()
  const storage = slowStorage(app.page.stored, { remove: endless })
  const auth = app.page.load({ storage })
  ;(await settled(auth, 'signedIn')).globalSignOut()
  await expect.poll(() => pathOf(actorOf(auth).getSnapshot())).toBe('signingOut.ending')
  app.reload()
  const reported = recordFailures(app.auth)
  ;(await settled(app.auth, 'signedIn')).loadProfile()
  await settled(app.auth, 'signIn')
  expect(codesOf(reported)).toEqual(['sessionRevoked'])
})

test('a device, the wish to remember it and contacts to verify come one after the other', async () => {
  const app = await challengedByApp()
  const { page } = app
  await control(page, '/pool', devicePool(true))
  await mustCallCognito(page, 'AdminUpdateUserAttributes', {
    Username: email,
    UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
  })
  await control(page, '/clock', { advanceMs: cooldown })
  const code = await totpCode(page, app.totpSecret ?? '')
  app.reload()
  const { deviceName, submit } = await settled(app.auth, 'confirmSignIn')
  expect(deviceName).toBe('Pocket phone')
  await during(app, 'ConfirmDevice', () => submit({ code, rememberDevice: true }))
  expect(app.auth.getView().route).toBe('restoring')
  await during(app, 'UpdateDeviceStatus', () => app.reload())
  expect(app.auth.getView().route).toBe('signedIn')

  app.reload()
  const view = await settled(app.auth, 'verifyContact')
  expect(view.notice).toBe('deviceRemembered')
  expect(view.contacts).toEqual([{ attribute: 'email', value: email }])
  expect((await finishFlow(app)).notice).toBe('contactConfirmed')
  await app.auth.getSession({ forceRefresh: true })
})

test('two codes are requested one after the other, with a reload between them', async () => {
  const app = await confirmingTwo()
  const first = await settled(app.auth, 'confirmContact')
  first.submit({ code: await newestCode(app, first.medium) })
  await rest(app)
  app.reload()
  const second = await settled(app.auth, 'confirmContact')
  expect([first.attribute, second.attribute].sort()).toEqual(['email', 'phone_number'])
  expect((await finishFlow(app)).notice).toBe('contactConfirmed')
})

test('the choice of the factor to set up is shown again', async () => {
  const app = await choosingSetup()
  app.reload()
  const view = await settled(app.auth, 'selectMfaType')
  expect(view).toMatchObject({ purpose: 'setup', options: ['TOTP', 'EMAIL'] })
  await finishFlow(app)
})

test('a session that has to be refreshed first resumes the screen as well', async () => {
  const app = await confirmingContact()
  await control(app.page, '/clock', { advanceMs: twoHours })
  app.reload()
  expect(await settled(app.auth, 'confirmContact')).toMatchObject({ attribute: 'email' })
  expect(app.page.sent.at(-1)).toBe('GetTokensFromRefreshToken')
  await finishFlow(app)

  const offline = await confirmingContact()
  await control(offline.page, '/clock', { advanceMs: twoHours })
  offline.page.between = () => Promise.reject(new TypeError('fetch failed'))
  offline.reload()
  await settled(offline.auth, 'confirmContact')
})

test('a session that is over takes the screen along', async () => {
  const app = await confirmingContact()
  await mustCallCognito(app.page, 'AdminUserGlobalSignOut', { Username: email })
  await control(app.page, '/clock', { advanceMs: twoHours })
  app.reload()
  const view = await settled(app.auth, 'signIn')
  expect(view.failure?.code).toBe('sessionRevoked')
  expect(app.page.pending()).toBeUndefined()
  view.submit({ username: email, password })
  expect((await settled(app.auth, 'verifyContact')).contacts).toHaveLength(1)
})

const grace = 'grace@example.com'

/** In another tab the user signs out, and another user signs in. */
async function switchUser({ page }: App): Promise<void> {
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

test('the unfinished screen of a user is not shown to another, after a reload neither', async () => {
  const app = await confirmingContact()
  app.auth.stop()
  expect(app.page.pending()?.route).toBe('signedIn')
  await switchUser(app)
  app.reload()
  expect((await settled(app.auth, 'signedIn')).user.email).toBe(grace)
  expect(app.page.pending()).toBeUndefined()

  const watched = await confirmingContact()
  await switchUser(watched)
  await expect.poll(() => watched.auth.getView()).toMatchObject({ user: { email: grace } })
  expect(watched.auth.getView().route).toBe('signedIn')
  expect(watched.page.pending()).toBeUndefined()
})

test('after the session is removed, nothing is left of the former user’s screens', async () => {
  const app = await confirmingContact()
  app.auth.stop()
  for (const key of [...app.page.stored.keys()]) app.page.stored.delete(key)
  app.reload()
  await settled(app.auth, 'signIn')
  expect(app.page.pending()).toBeUndefined()
})

test('with a clock that was set back a challenge is over, and no cool-down lasts for hours', async () => {
  const app = await challengedByApp()
  const clock = (page: App['page']) => ({ now: () => page.sandbox.clock.now() - twoHours })
  const auth = app.page.load({ clock: clock(app.page) })
  expect((await settled(auth, 'signIn')).username).toBe('')

  const { page } = await confirmingContact()
  const behind = page.load({ clock: clock(page) })
  const { resendAt } = await settled(behind, 'confirmContact')
  expect(resendAt - clock(page).now()).toBeLessThanOrEqual(cooldown)
})
