import { inspect } from 'node:util'
import type { SandboxOptions } from '@authchart/sandbox'
import { decodeJwt } from 'jose'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { InspectionEvent } from 'xstate'
import { createAuth, readEntry, Secret } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'
import { openDocument } from '../support/browser-document.ts'
import { gatherer } from '../support/gatherer.ts'
import {
  control,
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
  totpCode,
} from '../support/sandbox-auth.ts'

interface Watched {
  readonly triggers?: SandboxOptions['triggers']
  /** The claims that the app names. */
  readonly claims?: readonly string[]
}

/** Opens a page whose every event, snapshot and stored value but the tokens is gathered. */
function watched(pool = {}, { triggers, claims }: Watched = {}) {
  const page = openPage({ pool, ...(triggers && { triggers }) })
  const { strings, gather } = gatherer()
  const auth = page.load({
    claims,
    inspect: (event: InspectionEvent) => {
      gather({ ...event })
      gather(JSON.stringify(event))
    },
  })
  actorOf(auth).subscribe(() => {
    gather(JSON.stringify(actorOf(auth).getPersistedSnapshot()))
    for (const [key, value] of page.stored) {
      gather(key)
      if (!/(Token|randomPasswordKey)$/.test(key)) gather(value)
    }
    gather(JSON.stringify(page.pending()))
  })
  const found = (secret: string) => [...strings].filter((text) => text.includes(secret))
  const expectHidden = (secrets: Readonly<Record<string, string>>) => {
    for (const [name, secret] of Object.entries(secrets)) {
      expect(secret.length, name).toBeGreaterThan(5)
      expect(found(secret), name).toEqual([])
    }
  }
  return { page, auth, found, expectHidden }
}

test('sign-up, sign-in and refresh: no password, code or token is seen anywhere', async () => {
  const { page, auth, found, expectHidden } = watched()
  ;(await settled(auth, 'signIn')).goSignUp()
  const form = { username: email, password, repeated: password, attributes: { email } }
  ;(await settled(auth, 'signUp')).submit(form)
  const confirm = await settled(auth, 'confirmSignUp')
  const code = await lastCode(page)
  confirm.submit({ code: 'bad-code-canary' })
  await settled(auth, 'confirmSignUp')
  confirm.submit({ code })
  const home = await settled(auth, 'signedIn')
  const { accessToken, idToken } = await auth.getSession()
  const refreshToken = [...page.stored].find(([key]) => key.endsWith('refreshToken'))?.[1] ?? ''
  const refreshed = await auth.getSession({ forceRefresh: true })
  home.signOut()
  const wrong = 'Wrong-canary-9'
  ;(await settled(auth, 'signIn')).submit({ username: email, password: wrong })
  await settled(auth, 'signIn')

  // The check can fail: what is not secret is found.
  expect(found(email)).not.toEqual([])
  expect(found('confirmSignUp.submit')).not.toEqual([])
  expectHidden({
    password,
    wrong,
    code,
    bad: 'bad-code-canary',
    accessToken,
    idToken,
    refreshToken,
    refreshed: refreshed.accessToken,
  })
})

test('challenges and devices: nor a session, a secret of an app, or one of a device', async () => {
  const { page, auth, found, expectHidden } = watched({
    ...mfaPool('ON'),
    EmailMfaConfiguration: null,
    DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true },
  })
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: email,
    TemporaryPassword: 'Temporary-7',
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  ;(await settled(auth, 'signIn')).submit({ username: email, password: 'Temporary-7' })
  ;(await settled(auth, 'newPassword')).submit({ password })
  const setup = await settled(auth, 'setupTotp')
  const secret = setup.secret?.reveal() ?? ''
  const uri = setup.setupUri('Authchart') ?? ''
  const session = actorOf(auth).getSnapshot().context.challenge?.session?.reveal() ?? ''
  const totp = await totpCode(page, secret)
  setup.submit({ code: totp, deviceName: 'My phone' })
  ;(await settled(auth, 'verifyContact')).submit({ attribute: 'email' })
  const contact = await settled(auth, 'confirmContact')
  const code = await lastCode(page)
  contact.submit({ code })
  await settled(auth, 'signedIn')
  const devicePassword =
    [...page.stored].find(([key]) => key.endsWith('randomPasswordKey'))?.[1] ?? ''
  const fresh = 'Changed-canary-8'
  ;(await settled(auth, 'signedIn')).changePassword({ previousPassword: password, password: fresh })
  await settled(auth, 'signedIn')

  expect(found('My phone')).not.toEqual([])
  expectHidden({
    temporary: 'Temporary-7',
    password,
    fresh,
    secret,
    uri,
    session,
    totp,
    code,
    devicePassword,
  })
})

test('a link: its code is in no address, history, storage, snapshot, inspection or console', async () => {
  const canary = '314159'
  const document = openDocument(
    `https://shop.example.com/?auth=confirmSignUp&user_name=grace&confirmation_code=${canary}&tab=2`,
  )
  const { strings, gather } = gatherer()
  const spies = [
    ...(['debug', 'error', 'info', 'log', 'warn'] as const).map((method) =>
      vi.spyOn(console, method),
    ),
    vi.spyOn(history, 'pushState'),
    vi.spyOn(history, 'replaceState'),
  ]
  const look = () => {
    gather([location.href, history.state, document.cookieHeader()])
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) gather([key, storage.getItem(key)])
    }
    for (const { mock } of spies) gather(mock.calls.map(([...args]) => args))
  }
  const { sandbox } = openPage()
  const entry = readEntry()
  look()
  const auth = createAuth({
    config: sandbox.config,
    fetch: async (input, init) => sandbox.fetch(new URL(String(input)), init),
    entry,
    inspect: (event) => {
      gather({ ...event })
      gather(JSON.stringify(event))
      look()
    },
  })
  onTestFinished(() => auth.stop())
  gather(entry)
  auth.subscribe((view) => {
    gather([{ ...view }, JSON.stringify(view), `${'linkCode' in view && view.linkCode}`])
    gather(JSON.stringify(actorOf(auth).getPersistedSnapshot()))
    gather(inspect(view, { depth: null }))
    look()
  })
  const view = await settled(auth, 'confirmSignUp')
  const { linkCode } = view
  if (!linkCode) throw new Error('The link has no code')
  expect(linkCode.reveal()).toBe(canary)
  view.submit({ code: linkCode })
  await expect.poll(() => auth.getView().failure?.field).toBe('code')
  look()
  // The check can fail: what is not secret is found.
  for (const seen of ['link.opened', 'grace', 'https://shop.example.com/?tab=2']) {
    expect(
      [...strings].some((text) => text.includes(seen)),
      seen,
    ).toBe(true)
  }
  expect([...strings].filter((text) => text.includes(canary))).toEqual([])
})

test('a reset: neither the code nor the new password', async () => {
  const { page, auth, expectHidden } = watched()
  await createUser(page)
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: email })
  const fresh = 'Reset-canary-8'
  const view = await settled(auth, 'resetPassword')
  const code = await lastCode(page)
  view.submit({ code, password: fresh })
  await settled(auth, 'signedIn')
  expectHidden({ code, fresh })
})

test('a custom challenge: not its answer', async () => {
  const { auth, expectHidden } = watched()
  ;(await settled(auth, 'signIn')).submit({ username: email, authFlowType: 'CUSTOM_AUTH' })
  await settled(auth, 'signIn')
  const answer = 'answer-canary'
  actorOf(auth).send({ type: 'customChallenge.submit', answer: new Secret(answer) })
  expectHidden({ answer })
})

test('what Cognito quotes of a request is not shown', async () => {
  const { page, auth, found, expectHidden } = watched()
  await createUser(page)
  const quoted = 'quoted-canary'
  await control(page, '/faults', {
    operation: 'ConfirmForgotPassword',
    type: 'InvalidParameterException',
    message: `1 validation error detected: Value '${quoted}' at 'confirmationCode' failed`,
  })
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: email })
  ;(await settled(auth, 'resetPassword')).submit({ code: quoted, password })
  expect((await settled(auth, 'resetPassword')).failure?.code).toBe('codeMismatch')
  expect(found("Value at 'confirmationCode' failed")).not.toEqual([])
  expectHidden({ quoted })
})

test('a claim that a trigger has added: nowhere but in the token, unless the app names it', async () => {
  const claims = {
    tenant: 'tenant-of-ada',
    creditCard: 'card-canary',
    customer: 'customer-canary',
  }
  const { page, auth, found, expectHidden } = watched(
    { SchemaAttributes: [{ Name: 'custom:plan' }] },
    {
      triggers: {
        preTokenGeneration: ({ response }) => {
          response.claimsOverrideDetails = { claimsToAddOrOverride: claims }
        },
      },
      claims: ['tenant', 'absent'],
    },
  )
  await createUser(page, { 'custom:plan': 'gold', birthdate: '1815-12-10' })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const { user } = await settled(auth, 'signedIn')
  const wanted = { 'custom:plan': 'gold', birthdate: '1815-12-10', email, tenant: 'tenant-of-ada' }
  expect(user.claims).toMatchObject(wanted)
  const { idToken, user: same } = await auth.getSession({ forceRefresh: true })
  expect(decodeJwt(idToken)).toMatchObject(claims)
  expect(same.claims).toMatchObject(wanted)
  expect(await auth.ready()).toMatchObject({ user: { claims: wanted } })

  expect(found(claims.tenant)).not.toEqual([])
  expectHidden({ card: claims.creditCard, customer: claims.customer })
  expect(Object.keys(user.claims)).not.toContain('creditCard')

  const reloaded = page.load({ claims: ['tenant'] })
  expect((await settled(reloaded, 'signedIn')).user.claims).toMatchObject(wanted)
  const without = page.load()
  expect((await settled(without, 'signedIn')).user.claims).not.toHaveProperty('tenant')
})
