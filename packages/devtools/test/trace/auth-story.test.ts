import { actorOf } from '@authchart/machine/xstate'
import { afterEach, expect, test } from 'vitest'
import {
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  type Page,
  password,
  settled,
  totpCode,
} from '../../../machine/test/support/sandbox-auth.ts'
import {
  type InspectOptions,
  type Inspector,
  inspectAuth,
  type TraceEvent,
} from '../../src/index.ts'

const original = globalThis.fetch
const phone = '+15550100'
let inspector: Inspector | undefined

afterEach(() => {
  inspector?.stop()
  expect(globalThis.fetch).toBe(served)
  globalThis.fetch = original
})

let served: typeof globalThis.fetch

/** An app whose requests go through the global `fetch`, as in a browser, and the inspector beside it. */
function inspected(page: Page, options?: InspectOptions) {
  served = (input, init) =>
    page.sandbox.fetch(input instanceof Request ? input : new URL(input), init)
  globalThis.fetch = served
  const auth = page.load({ fetch: (...request) => globalThis.fetch(...request) })
  const mine = inspectAuth(auth, options)
  inspector = mine
  const { trace } = mine
  const since = (id = 0) => trace.events().filter((event) => event.id > id)
  return { auth, inspector: mine, trace, since }
}

/** A readable line for each event. */
function lineOf(event: TraceEvent): string {
  switch (event.type) {
    case 'event':
      return `${event.source ?? 'user'}: ${event.name}`
    case 'transition':
      return `${event.from} → ${event.to}`
    case 'context':
      return `context: ${Object.keys(event.changes).join(', ')}`
    case 'request':
      return `request ${event.operation} ${event.variant ?? ''}`.trim()
    case 'answer':
      return `answer ${event.operation} ${event.status} ${event.challengeName ?? event.errorType ?? ''}`.trim()
    case 'actor.started':
    case 'actor.stopped':
      return `${event.type} ${event.actor}`
    case 'actor.done':
      return `${event.actor} answers ${event.outcome ?? ''}`.trim()
    case 'actor.failed':
      return `${event.actor} fails: ${event.code}`
    case 'emitted':
    case 'ignored':
      return `${event.type} ${event.name}`
    case 'timer.started':
    case 'timer.fired':
    case 'timer.cancelled':
      return `${event.type} ${event.name}`
    default:
      return event.type
  }
}

const story = (events: readonly TraceEvent[]) => events.map(lineOf)

/** Nothing of `secrets` in a trace, and the check can fail: what is no secret is found. */
function expectHidden({ exportSession, selfCheck }: Inspector, secrets: Record<string, string>) {
  const json = exportSession()
  expect(json).toContain(email)
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(5)
    expect(json.includes(secret), name).toBe(false)
  }
  expect(selfCheck()).toEqual({ ok: true, found: [] })
}

async function smsUser() {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page, { phone_number: phone, phone_number_verified: 'true' })
  await mustCallCognito(page, 'AdminSetUserMFAPreference', {
    Username: email,
    SMSMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  return page
}

test('a sign-in with a code by SMS, and a sign-out: what happened, in order', async () => {
  const page = await smsUser()
  const { auth, inspector, since } = inspected(page)
  const form = await settled(auth, 'signIn')
  const before = since().at(-1)?.id
  form.submit({ username: email, password })
  const confirm = await settled(auth, 'confirmSignIn')
  const session = actorOf(auth).getSnapshot().context.challenge?.session?.reveal() ?? ''
  const code = await lastCode(page, phone)
  confirm.submit({ code })
  const home = await settled(auth, 'signedIn')
  const tokens = await auth.getSession()
  const refreshToken = [...page.stored].find(([key]) => key.endsWith('refreshToken'))?.[1] ?? ''
  home.signOut()
  await settled(auth, 'signIn')

  expect(story(since(before))).toEqual([
    'user: signIn.submit',
    'signIn.editing → signIn.submitting',
    'context: username',
    'actor.stopped autofillPasskey',
    'actor.started signIn',
    'request InitiateAuth USER_SRP_AUTH',
    'answer InitiateAuth 200 PASSWORD_VERIFIER',
    'request RespondToAuthChallenge PASSWORD_VERIFIER',
    'answer RespondToAuthChallenge 200 SMS_MFA',
    'signIn answers challenge',
    'signIn.submitting → confirmSignIn.editing.cooling',
    'context: challenge, round',
    'emitted code.sent',
    'timer.started resendCooldown.auth.confirmSignIn.editing.cooling',
    'confirmSignIn.editing.cooling → confirmSignIn.editing.ready',
    'timer.cancelled resendCooldown.auth.confirmSignIn.editing.cooling',
    'user: confirmSignIn.submit',
    'confirmSignIn.editing.ready → confirmSignIn.submitting',
    'actor.started respondToChallenge',
    'request RespondToAuthChallenge SMS_MFA',
    'answer RespondToAuthChallenge 200',
    'respondToChallenge answers signedIn',
    'confirmSignIn.submitting → signedIn.idle',
    'context: user, challenge, round, contacts, deliveries',
    'emitted signedIn',
    'actor.started account',
    'user: signOut',
    'signedIn.idle → signingOut.revoking',
    'actor.stopped account',
    'actor.started revokeToken',
    'request RevokeToken',
    'answer RevokeToken 200',
    'revokeToken answers',
    'signingOut.revoking → signIn.editing',
    'context: user, contacts, deliveries',
    'emitted signedOut',
    'actor.started autofillPasskey',
  ])
  const started = since().find(
    (event) => event.type === 'actor.started' && event.actor === 'signIn',
  )
  expect(started).toMatchObject({
    actor: 'signIn',
    input: { username: email, password: '[secret]' },
  })
  const done = since().find((event) => event.type === 'actor.done' && event.actor === 'signIn')
  expect(done).toMatchObject({
    outcome: 'challenge',
    output: { type: 'code', mfaType: 'SMS', session: '[secret]' },
    ms: expect.any(Number),
  })
  const { idToken, accessToken } = tokens
  expectHidden(inspector, { password, session, code, idToken, accessToken, refreshToken })
})

test('a sign-up with a wrong code: the rejection from the wire to the screen, and the timer', async () => {
  const page = openPage()
  const { auth, inspector, since } = inspected(page)
  ;(await settled(auth, 'signIn')).goSignUp()
  ;(await settled(auth, 'signUp')).submit({
    username: email,
    password,
    attributes: { email, name: 'Ada-canary' },
    clientMetadata: { campaign: 'metadata-canary' },
  })
  const confirm = await settled(auth, 'confirmSignUp')
  const before = since().at(-1)?.id
  confirm.submit({ code: 'wrong-code-canary' })
  await settled(auth, 'confirmSignUp')
  const code = await lastCode(page)
  confirm.submit({ code })
  await settled(auth, 'signedIn')

  expect(story(since(before)).slice(0, 12)).toEqual([
    'user: confirmSignUp.submit',
    'confirmSignUp.editing.cooling → confirmSignUp.submitting',
    'timer.cancelled resendCooldown.auth.confirmSignUp.editing.cooling',
    'actor.started confirmSignUp',
    'request ConfirmSignUp',
    'answer ConfirmSignUp 400 CodeMismatchException',
    'confirmSignUp fails: codeMismatch',
    'confirmSignUp.submitting → confirmSignUp.editing.cooling',
    'context: failure',
    'emitted failure',
    'timer.started resendCooldown.auth.confirmSignUp.editing.cooling',
    'user: confirmSignUp.submit',
  ])
  const submitted = since().find(
    (event) => event.type === 'event' && event.name === 'signUp.submit',
  )
  expect(submitted).toMatchObject({
    lane: 'user',
    payload: {
      username: email,
      password: '[secret]',
      attributes: { email: '[hidden]', name: '[hidden]' },
      clientMetadata: { campaign: '[hidden]' },
    },
  })
  const failed = since().find((event) => event.type === 'actor.failed')
  expect(failed).toMatchObject({
    failure: { code: 'codeMismatch', field: 'code', cause: '[hidden]' },
  })
  const branches = since().flatMap((event) =>
    event.type === 'transition' && event.event === 'xstate.error.actor.confirmSignUp'
      ? [{ source: event.source, branch: event.branch }]
      : [],
  )
  expect(branches).toEqual([{ source: 'confirmSignUp.submitting', branch: expect.any(Number) }])
  expectHidden(inspector, {
    password,
    code,
    wrong: 'wrong-code-canary',
    name: 'Ada-canary',
    metadata: 'metadata-canary',
  })
})

test('settings: a new password and an authenticator app, without either in the trace', async () => {
  const page = openPage({ pool: mfaPool('OPTIONAL') })
  await createUser(page)
  const { auth, inspector, since } = inspected(page)
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const home = await settled(auth, 'signedIn')
  const before = since().at(-1)?.id
  const fresh = 'Changed-canary-8'
  home.changePassword({ previousPassword: password, password: fresh })
  ;(await settled(auth, 'signedIn')).setupTotp()
  const setup = await settled(auth, 'setupTotp')
  const secret = setup.secret?.reveal() ?? ''
  const code = await totpCode(page, secret)
  setup.submit({ code, deviceName: 'My phone' })
  await settled(auth, 'signedIn')

  const lines = story(since(before))
  expect(lines).toContain('answer ChangePassword 200')
  expect(lines.indexOf('changePassword answers')).toBeLessThan(
    lines.indexOf('user: signedIn.setupTotp'),
  )
  const changes = since(before).filter((event) => event.type === 'context')
  expect(changes).toContainEqual(
    expect.objectContaining({
      changes: expect.objectContaining({ totpSecret: { before: null, after: '[secret]' } }),
    }),
  )
  expect(inspector.exportSession()).toContain('My phone')
  expectHidden(inspector, { password, fresh, secret, code })
})

test('what is ignored, why, and whether it came twice', async () => {
  const page = await smsUser()
  const { auth, since } = inspected(page)
  const form = await settled(auth, 'signIn')
  form.submit({ username: email, password })
  form.submit({ username: email, password })
  // An event of another screen: a stale click.
  actorOf(auth).send({ type: 'signUp.cancel' })
  // Rejected by a guard: no user has signed in in another tab.
  actorOf(auth).send({ type: 'go.signedIn' })

  const [twice, stale, guarded, ...others] = since().filter((event) => event.type === 'ignored')
  const first = since().find((event) => event.type === 'event' && event.name === 'signIn.submit')
  expect(twice).toMatchObject({ leaf: 'signIn.submitting', repeats: first?.id })
  expect(twice?.candidates).toEqual([
    { source: 'signIn.editing', target: 'signIn.submitting', guard: null, isActive: false },
  ])
  expect(stale).toMatchObject({ name: 'signUp.cancel', repeats: null })
  expect(stale?.candidates.map(({ source }) => source)).not.toContain('signIn.submitting')
  expect(guarded?.candidates).toEqual([
    { source: '', target: 'restoring', guard: 'isSignedInElsewhere', isActive: true },
  ])
  expect(others).toEqual([])
})

test('a busy session does not grow the trace', async () => {
  const page = openPage()
  const { auth, trace } = inspected(page, { capacity: 200 })
  await settled(auth, 'signIn')
  for (let round = 0; round < 2_500; round += 1) {
    actorOf(auth).send({ type: 'go.signUp' })
    actorOf(auth).send({ type: 'signUp.cancel' })
    actorOf(auth).send({ type: 'go.forgotPassword' })
    actorOf(auth).send({ type: 'go.signIn' })
  }
  expect(trace.events()).toHaveLength(200)
  expect(trace.dropped).toBeGreaterThan(10_000)
})

test('an event that cannot be read does not reach the app, nor an unknown one the trace', async () => {
  const page = openPage()
  const { auth, since, inspector } = inspected(page)
  await settled(auth, 'signIn')
  const event = {
    type: 'signUp.cancel',
    get typed(): string {
      throw new RangeError('A payload that cannot be read')
    },
  } as const
  expect(() => actorOf(auth).send(event)).not.toThrow()
  expect(since()).toContainEqual(
    expect.objectContaining({ type: 'inspectorFailed', error: 'RangeError' }),
  )
  // Nothing of a value that is not on the allow-list.
  actorOf(auth).send({ type: 'own.step', typed: 'own-canary' } as never)
  expect(inspector.exportSession()).toContain('own.step')
  expect(inspector.exportSession()).not.toContain('own-canary')
})
