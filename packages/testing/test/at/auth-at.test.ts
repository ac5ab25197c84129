import { type AuthRoute, defaultPasswordPolicy, routeOf, Secret } from '@authchart/machine'
import { createFormStore, formOf } from '@authchart/machine/forms'
import { actorOf } from '@authchart/machine/xstate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { failuresAt, noticesAt } from '../../src/at/messages-at.ts'
import { pendingLeaves } from '../../src/at/pending-places.ts'
import { type AuthAt, authAt } from '../../src/at.ts'
import { user } from '../../src/catalogue/person.ts'

const routes = [...new Set<AuthRoute>(Object.values(routeOf))]
const waiting: readonly AuthRoute[] = ['restoring', 'redirecting', 'signingOut']

/** For places that are found by a loop: the compiler knows the route of none. */
const authAtAny = authAt as (route: AuthRoute, place: object) => AuthAt

afterEach(() => {
  vi.useRealTimers()
})

describe('every place', () => {
  test.each(routes)('%s is there at once, at rest', (route) => {
    const { isPending, failure, notice, route: shown } = authAtAny(route, {}).getView()
    const isWaiting = waiting.includes(route)
    expect({ shown, isPending, failure, notice }).toEqual({ shown: route, isPending: isWaiting })
  })

  test.each(routes)('%s waits for each of its requests', (route) => {
    const leaves = pendingLeaves(route, {})
    const shown = leaves.map((pending) => authAtAny(route, { pending }).getView())
    expect(shown.map(({ pending }) => pending)).toEqual(leaves)
    expect(new Set(shown.map((view) => view.route))).toEqual(new Set([route]))
    expect(authAtAny(route, { isPending: true }).getView().pending).toBe(leaves[0])
  })

  test.each(routes)('%s shows each of its failures and notices', (route) => {
    // Some are of a user who is signed in, or of a first factor.
    const needed: Partial<Record<AuthRoute, object>> = {
      setupTotp: { user: {} },
      confirmSignIn: { factor: 'first' },
    }
    const facts = needed[route] ?? {}
    const failures = failuresAt[route].map((failure) => authAtAny(route, { ...facts, failure }))
    expect(failures.map((auth) => auth.getView().failure?.code)).toEqual(failuresAt[route])
    const notices = noticesAt[route].map((notice) => authAtAny(route, { ...facts, notice }))
    expect(notices.map((auth) => auth.getView().notice)).toEqual(noticesAt[route])
    const places = [...failures, ...notices].map((auth) => auth.getView())
    expect(places.filter((view) => view.route !== route || view.isPending)).toEqual([])
  })

  test('a form describes every one of them', () => {
    const titles = routes.map((route) => formOf(authAtAny(route, {}).getView()).title)
    expect(titles.every((title) => title.length > 0)).toBe(true)
  })
})

describe('a failure of a task of the account', () => {
  test.each([
    ['incorrectPreviousPassword', 'changePassword'],
    ['passwordUsedBefore', 'changePassword'],
    ['aliasExists', 'updateAttributes'],
    ['network', 'updateAttributes'],
  ] as const)('%s is in the section %s of a new form', (failure, section) => {
    const store = createFormStore(authAt('signedIn', { failure }))
    const form = store.formOf(store.getState())
    const failed = form.sections.filter(
      ({ error, fields }) => error !== undefined || fields.some((field) => field.error),
    )
    expect(failed.map(({ name }) => name)).toEqual([section])
    expect(form.error).toBeUndefined()
  })
})

describe('the facts of a screen', () => {
  const elsewhere = { name: 'Bob' }
  const codeSent = { destination: '+***22', medium: 'SMS', resendAt: Date.now() + 60_000 } as const

  test.each([
    ['signIn', { username: 'ada', loginWith: ['email', 'phone'] }],
    ['confirmSignIn', { username: 'ada', mfaType: 'TOTP', deviceName: 'Tablet', elsewhere }],
    ['confirmSignIn', { mfaType: 'EMAIL', destination: 'x***@y***' }],
    ['confirmSignIn', { factor: 'first', otherFactors: ['PASSKEY'], resendAt: codeSent.resendAt }],
    ['passkey', { username: 'ada', otherFactors: ['EMAIL', 'PASSWORD'], elsewhere }],
    ['signIn', { factors: ['PASSKEY', 'EMAIL'], lastSignIn: { username: 'ada', factor: 'EMAIL' } }],
    ['passkeyPrompt', { user: { name: 'Ada' } }],
    ['customChallenge', { parameters: { question: 'Why?' }, round: 3 }],
    ['selectMfaType', { options: ['EMAIL', 'SMS'], purpose: 'signIn' }],
    ['selectMfaType', { options: ['TOTP', 'EMAIL'], purpose: 'setup', elsewhere }],
    ['setupTotp', { username: 'ada', isVerified: true, canRetry: true }],
    ['setupTotp', { user: { name: 'Ada' }, isVerified: true }],
    ['setupTotp', { canRetry: true }],
    ['setupEmail', { username: 'ada' }],
    ['newPassword', { missingAttributes: ['email', 'custom:team'] }],
    ['signUp', { attributes: [{ name: 'email', isRequired: true }], username: 'ada' }],
    ['confirmSignUp', { username: 'ada', ...codeSent }],
    ['forgotPassword', { username: 'ada', loginWith: ['phone'], elsewhere }],
    ['resetPassword', { username: 'ada', ...codeSent }],
    ['verifyContact', { contacts: [{ attribute: 'phone_number', value: '+15550100' }] }],
    ['confirmContact', { attribute: 'phone_number', user: { name: 'Ada' }, ...codeSent }],
    ['signedIn', { user: { name: 'Ada', groups: ['admin'] }, profile: { isLoading: true } }],
  ] as const)('%s %o', (route, facts) => {
    const place = authAtAny(route, facts)
    expect(place.getView()).toMatchObject({ route, isPending: false, failure: undefined, ...facts })
  })

  test('a policy, providers, the key of an authenticator app and the code of a link', () => {
    const passwordPolicy = { ...defaultPasswordPolicy, minLength: 20 }
    const signUp = authAt('signUp', { passwordPolicy, providers: ['LoginWithAmazon'] }).getView()
    expect(signUp).toMatchObject({
      hasHostedUi: true,
      providers: [{ name: 'LoginWithAmazon', label: 'Amazon' }],
    })
    expect('checkPassword' in signUp && signUp.checkPassword('short')).toContainEqual(
      expect.objectContaining({ rule: 'minLength', passed: false }),
    )
    const totp = authAt('setupTotp', { secret: 'ABCDEFGH' }).getView()
    expect(totp.route === 'setupTotp' && totp.setupKey()).toBe('ABCDEFGH')
    const linked = authAt('confirmSignUp', { linkCode: '123456' }).getView()
    expect(linked.route === 'confirmSignUp' && linked.linkCode?.reveal()).toBe('123456')
  })

  test('stay with a failure, with a notice and with a request in flight', () => {
    const facts = { mfaType: 'EMAIL', destination: 'x***@y***', username: 'ada' } as const
    const failed = authAt('confirmSignIn', { ...facts, failure: 'codeMismatch' })
    expect(failed.getView()).toMatchObject({ ...facts, failure: { field: 'code' } })
    const pending = authAt('confirmSignIn', { ...facts, isPending: true })
    expect(pending.getView()).toMatchObject({ ...facts, pending: 'submitting' })
    const sent = authAt('confirmSignUp', { ...codeSent, notice: 'codeSent' })
    expect(sent.getView()).toMatchObject({ ...codeSent, notice: 'codeSent', canResend: false })
  })

  test('a code can be sent again once its time has come', () => {
    vi.useFakeTimers()
    const auth = authAt('confirmSignUp', { resendAt: Date.now() + 30_000 })
    expect(auth.getView()).toMatchObject({ canResend: false })
    vi.advanceTimersByTime(30_000)
    expect(auth.getView()).toMatchObject({ canResend: true })
  })

  test('a message that no request leads to is rejected', () => {
    // A caller without types.
    expect(() => authAtAny('signUp', { failure: 'codeMismatch' })).toThrow(
      'signUp never shows "codeMismatch"',
    )
    expect(() => authAtAny('signIn', { pending: 'resending' })).toThrow(
      'signIn never waits for "resending"',
    )
  })
})

describe('what the UI calls', () => {
  test('is written down, without the events of the page', () => {
    const auth = authAt('signIn')
    const view = auth.getView()
    if (view.route !== 'signIn') throw new Error(view.route)
    const onClick: (event?: unknown) => void = view.goSignUp
    onClick(new Event('click'))
    view.submit({ username: 'ada', password: 'secret' })
    auth.enter({ route: 'signUp', username: 'ada' })
    expect(auth.calls).toEqual([
      { name: 'goSignUp', input: undefined },
      // A click on a screen that is gone is written down, too.
      { name: 'submit', input: { username: 'ada', password: 'secret' } },
      { name: 'enter', input: { route: 'signUp', username: 'ada' } },
    ])
    expect(auth.getView()).toMatchObject({ route: 'signUp', username: 'ada' })
  })

  test('keeps the identity of views and actions', () => {
    const auth = authAt('signUp')
    const before = auth.getView()
    expect(auth.getView()).toBe(before)
    const seen: unknown[] = []
    auth.subscribe((view) => seen.push(view))
    actorOf(auth).send({ type: 'session.found', user: { ...user, userId: 'another' } })
    const after = auth.getView()
    expect(seen).toEqual([after])
    expect(after).not.toBe(before)
    if (before.route !== 'signUp' || after.route !== 'signUp') throw new Error(after.route)
    expect(after.submit).toBe(before.submit)
  })

  test('a check of a password is none', () => {
    const auth = authAt('newPassword')
    const view = auth.getView()
    if (view.route === 'newPassword') view.checkPassword('Correct-horse-7')
    expect(auth.calls).toEqual([])
  })
})

describe('a request that the UI causes', () => {
  const submitted = async (auth: AuthAt) => {
    const view = auth.getView()
    if (view.route !== 'confirmSignIn') throw new Error(view.route)
    view.submit({ code: '123456' })
    await new Promise((resolve) => setTimeout(resolve))
    return auth.getView()
  }

  test('stays in flight, and sends nothing', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch')
    const auth = authAt('confirmSignIn')
    expect(await submitted(auth)).toMatchObject({ pending: 'submitting' })
    expect(fetch).not.toHaveBeenCalled()
    fetch.mockRestore()
  })

  test('ends as the catalogue says', async () => {
    const tokens = authAt('confirmSignIn', { answers: { respondToChallenge: 'tokens' } })
    expect(await submitted(tokens)).toMatchObject({ route: 'signedIn', user })
    const another = authAt('confirmSignIn', { answers: { respondToChallenge: 'EMAIL_OTP' } })
    expect(await submitted(another)).toMatchObject({ route: 'confirmSignIn', mfaType: 'EMAIL' })
    const rejected = authAt('confirmSignIn', { answers: { respondToChallenge: 'codeExpired' } })
    expect(await submitted(rejected)).toMatchObject({ failure: { code: 'codeExpired' } })
  })

  test('ends as a function says, which gets the input and a signal', async () => {
    const given: unknown[] = []
    const auth = authAt('confirmSignIn', {
      answers: {
        respondToChallenge: ({ answer }, { signal }) => {
          given.push(answer, signal.aborted)
          throw Object.assign(new Error('Try again'), { name: 'CodeMismatchException' })
        },
      },
    })
    expect(await submitted(auth)).toMatchObject({ failure: { message: 'Try again' } })
    expect(given).toEqual([{ type: 'code', code: expect.any(Secret) }, false])
  })

  test('can be cancelled', async () => {
    const auth = authAt('confirmSignIn', { isPending: true })
    const view = auth.getView()
    if (view.route === 'confirmSignIn') view.cancel()
    expect(auth.getView()).toMatchObject({ route: 'confirmSignIn', isPending: false })
  })

  test('that never ends so is rejected at once', () => {
    expect(() => authAt('signIn', { answers: { signIn: 'codeNotDelivered' } })).toThrow(
      'signIn never ends with "codeNotDelivered"',
    )
  })

  test('for a session or an API is answered by a function', async () => {
    const session = {
      user,
      accessToken: 'access',
      idToken: 'id',
      expiresAt: 0,
      refreshAt: undefined,
    }
    const auth = authAt('signedIn', {
      answers: { getSession: () => session, fetch: () => Response.json({ orders: 3 }) },
    })
    expect(await auth.getSession()).toBe(session)
    expect(await (await auth.fetch('/api', { method: 'POST' })).json()).toEqual({ orders: 3 })
    expect(auth.calls).toEqual([
      { name: 'getSession', input: undefined },
      { name: 'fetch', input: ['/api', { method: 'POST' }] },
    ])
    expect(await auth.ready()).toEqual({ user })
  })

  test('emits events', async () => {
    const auth = authAt('confirmSignIn', { answers: { respondToChallenge: 'tokens' } })
    const emitted: unknown[] = []
    auth.on('signedIn', (event) => emitted.push(event))
    await submitted(auth)
    expect(emitted).toEqual([{ type: 'signedIn', user }])
  })
})
