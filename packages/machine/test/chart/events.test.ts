import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Auth, AuthEmitted } from '../../src/index.ts'
import { home as homePage, openHostedUiPage } from '../support/hosted-ui/hosted-page.ts'
import {
  callCognito,
  control,
  email,
  lastCode,
  password,
  settled,
  signUp,
} from '../support/sandbox-auth.ts'

type Type = AuthEmitted['type']

const fresh = 'Another-horse-8'
const hour = 3_600_000

/** Every type there is: one that is missing here does not compile. */
const types: Readonly<Record<Type, true>> = {
  signedIn: true,
  restored: true,
  'redirect.completed': true,
  signedOut: true,
  'signUp.submitted': true,
  'signUp.completed': true,
  'code.sent': true,
  'passwordReset.completed': true,
  'attributes.updated': true,
  'attribute.verified': true,
  'user.deleted': true,
  'token.refreshed': true,
  'token.refreshFailed': true,
  failure: true,
}

/** The events of the classic Hub and of the Hub of v6 (channel `auth`). */
const hub = [
  'configured signIn signIn_failure signUp signUp_failure confirmSignUp signOut',
  'completeNewPassword_failure forgotPassword forgotPassword_failure forgotPasswordSubmit',
  'forgotPasswordSubmit_failure verify updateUserAttributes updateUserAttributes_failure',
  'userDeleted tokenRefresh tokenRefresh_failure autoSignIn autoSignIn_failure signedIn signedOut',
  'parsingCallbackUrl codeFlow implicitFlow oAuthSignOut cognitoHostedUI cognitoHostedUI_failure',
  'customOAuthState customState_failure signInWithRedirect signInWithRedirect_failure',
].flatMap((line) => line.split(' '))

const page = readFileSync(new URL('../../../../docs/events.md', import.meta.url), 'utf8')

test.each(Object.keys(types))('the page of events has %s', (type) => {
  expect(page).toContain(`\`${type}\``)
})

test.each(hub)('the page of events says what became of %s', (name) => {
  expect(page).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'))
})

/** Collects the emitted events; each call returns the new ones. */
function listen(auth: Auth) {
  const emitted: AuthEmitted[] = []
  auth.on('*', (event) => emitted.push(event))
  return {
    async next(count: number) {
      await expect.poll(() => emitted.length).toBeGreaterThanOrEqual(count)
      return emitted.splice(0)
    },
  }
}

test('the events of a user from the sign-up to the deletion', async () => {
  const page = openHostedUiPage()
  const seen = new Set<Type>()
  let auth = page.land(homePage)
  let { next } = listen(auth)
  const expectEmitted = async (...expected: readonly (Partial<AuthEmitted> & { type: Type })[]) => {
    const emitted = await next(expected.length)
    for (const { type } of emitted) seen.add(type)
    expect(emitted).toMatchObject(expected)
  }

  const confirm = await signUp(auth)
  await expectEmitted({ type: 'signUp.submitted', username: email }, { type: 'code.sent' })
  confirm.submit({ code: '000000' })
  await expectEmitted({ type: 'failure', actor: 'confirmSignUp' })
  ;(await settled(auth, 'confirmSignUp')).submit({ code: await lastCode(page) })
  const home = await settled(auth, 'signedIn')
  await expectEmitted({ type: 'signUp.completed', username: email }, { type: 'signedIn' })

  const address = 'ada@example.org'
  home.updateAttributes({ attributes: { email: address } })
  const contact = await settled(auth, 'confirmContact')
  await expectEmitted(
    { type: 'attributes.updated' },
    { type: 'code.sent', delivery: expect.objectContaining({ attribute: 'email' }) },
    { type: 'token.refreshed' },
  )
  contact.submit({ code: await lastCode(page, address) })
  await settled(auth, 'signedIn')
  await expectEmitted(
    { type: 'attribute.verified', attribute: 'email' },
    { type: 'token.refreshed' },
  )

  await control(page, '/faults', { operation: '*', drop: true, times: 1 })
  await auth.getSession({ forceRefresh: true }).catch(() => undefined)
  await expectEmitted({ type: 'token.refreshFailed' })

  auth = page.land(homePage)
  next = listen(auth).next
  const again = await settled(auth, 'signedIn')
  await expectEmitted({ type: 'restored' })
  again.signOut()
  ;(await settled(auth, 'signIn')).goForgotPassword()
  await expectEmitted({ type: 'signedOut', reason: undefined })

  ;(await settled(auth, 'forgotPassword')).submit({ username: address })
  const reset = await settled(auth, 'resetPassword')
  await expectEmitted({ type: 'code.sent' })
  reset.submit({ code: await lastCode(page, address), password: fresh })
  await settled(auth, 'signedIn')
  await expectEmitted({ type: 'passwordReset.completed', username: address }, { type: 'signedIn' })

  await callCognito(page, 'AdminUserGlobalSignOut', { Username: address })
  await control(page, '/clock', { advanceMs: hour })
  await auth.getSession().catch(() => undefined)
  const start = await settled(auth, 'signIn')
  await expectEmitted({
    type: 'signedOut',
    reason: expect.objectContaining({ code: 'sessionRevoked' }),
  })
  start.submit({ username: address, password })
  await expectEmitted({ type: 'failure', actor: 'signIn' })
  ;(await settled(auth, 'signIn')).submit({ username: address, password: fresh })
  ;(await settled(auth, 'signedIn')).deleteUser()
  await settled(auth, 'signIn')
  await expectEmitted({ type: 'signedIn' }, { type: 'user.deleted' }, { type: 'signedOut' })

  const url = await page.leave(auth, { provider: 'Google', customState: 'page' })
  auth = page.land(await page.visitor.pick(url))
  next = listen(auth).next
  await expectEmitted({ type: 'redirect.completed', customState: 'page' }, { type: 'signedIn' })
  expect([...seen].sort()).toEqual(Object.keys(types).sort())
})
