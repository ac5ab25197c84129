import { createAuth, type Passkeys } from '@authchart/machine'
import type { CognitoOptions } from '@authchart/machine/cognito'
import { identityPool } from '@authchart/machine/identity-pool'
import { actorOf, authMachine, pathOf } from '@authchart/machine/xstate'
import { scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { planJourney } from '../../src/actions/plan-journey.ts'
import { chartGraph } from '../../src/chart-graph/chart-graph.ts'
import { type Inspector, inspectAuth } from '../../src/index.ts'

const original = globalThis.fetch
let inspector: Inspector
/** Operations that were really sent. */
let sent: readonly string[]

const leaf = () => pathOf(actorOf(inspector.auth).getSnapshot())

const { nodes } = chartGraph(authMachine)
const leaves = nodes.map(({ id }) => id).filter((id) => !nodes.some(({ parent }) => parent === id))

/** The dialog of the browser is open until its state is left. */
const waitForUser: Passkeys['create'] = (_, { signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

const passkeys: Passkeys = {
  capabilities: async () => ({ canSignIn: true, canAutofill: false, canUpgrade: false }),
  get: waitForUser,
  create: waitForUser,
  signalAccepted: async () => undefined,
}

async function open(options: Partial<CognitoOptions> = { passkeys }) {
  const log: string[] = []
  sent = log
  globalThis.fetch = async (_, init) => {
    log.push(String(new Headers(init?.headers).get('x-amz-target')))
    return new Response(JSON.stringify({ __type: 'NotAuthorizedException' }), { status: 400 })
  }
  inspector = inspectAuth(createAuth({ config: scriptedConfig, identityPool, ...options }))
  await inspector.auth.ready()
}

function close() {
  inspector.stop()
  inspector.auth.stop()
  globalThis.fetch = original
}

beforeEach(() => open())
afterEach(close)

const labels = (to: string) => planJourney(inspector, to).steps.map(({ label }) => label)
const go = (to: string, onStep: (done: number) => void = () => undefined) =>
  planJourney(inspector, to).go(onStep)

test('no request stays paused after a journey has failed', async () => {
  vi.spyOn(inspector.requests, 'answerWith').mockRejectedValue(new Error('Not loaded'))
  await expect(go('confirmSignIn.editing.ready')).rejects.toThrow('Not loaded')
  expect(inspector.requests.pending.filter(({ isPaused }) => isPaused)).toEqual([])
  vi.restoreAllMocks()
})

test('no request stays paused if a link cannot be followed', async () => {
  close()
  // A mock that is set while another chunk still loads is lost.
  await vi.dynamicImportSettled()
  vi.doMock('../../src/actions/index.ts', () => {
    throw new Error('Not loaded')
  })
  vi.stubGlobal('location', { search: '?authchart=go:signUp.editing' })
  await open()
  actorOf(inspector.auth).send({ type: 'go.forgotPassword' })
  actorOf(inspector.auth).send({ type: 'forgotPassword.submit', username: 'ada' })
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  vi.unstubAllGlobals()
  vi.doUnmock('../../src/actions/index.ts')
})

describe('a way to a state', () => {
  test('is the shortest', () => {
    const { to, steps } = planJourney(inspector, 'confirmSignIn.editing.ready')
    expect(to).toBe('confirmSignIn.editing.ready')
    expect(steps).toEqual([
      { label: 'signIn.submit', to: 'signIn.submitting', isAnswer: false },
      { label: 'signIn answers SMS_MFA', to: 'confirmSignIn.editing.ready', isAnswer: true },
    ])
    expect(planJourney(inspector, 'signIn.editing').steps).toEqual([])
  })

  test('avoids rejections where it can, and waits only if nothing else leads there', () => {
    expect(labels('confirmSignUp.submitting')).toEqual([
      'go.signUp',
      'signUp.submit',
      'signUp answers a code to confirm',
      'confirmSignUp.submit',
    ])
    expect(labels('resetPassword.resending')).toEqual(['go.resetPassword', 'resetPassword.resend'])
    expect(labels('signIn.editing')).toEqual([])
    expect(labels('signedIn.confirmContact.editing.ready')).toContain('after resendCooldown')
  })

  test('is looked for without a trace in the app', () => {
    const before = inspector.trace.events().length
    planJourney(inspector, 'signedIn.setupTotp.verifying')
    expect(leaf()).toBe('signIn.editing')
    expect(inspector.trace.events()).toHaveLength(before)
    expect(inspector.requests.pending).toEqual([])
  })

  test('does not lead by what deletes a user who is real', async () => {
    await go('signedIn.idle')
    expect(labels('signedIn.tasks.deletingUser')).toEqual(['signedIn.deleteUser'])
    const actor = actorOf(inspector.auth)
    const made = actor.getSnapshot()
    const user = made.context.user && { ...made.context.user, userId: 'real' }
    const real = Object.assign(Object.create(null), made, { context: { ...made.context, user } })
    vi.spyOn(actor, 'getSnapshot').mockReturnValue(real)
    expect(() => planJourney(inspector, 'signedIn.tasks.deletingUser')).toThrow(
      /includes signedIn\.deleteUser, which cannot be undone\. Sign out first/,
    )
    expect(labels('signedIn.tasks.changingPassword')).toEqual(['signedIn.changePassword'])
    vi.restoreAllMocks()
  })

  test('is said not to be there', () => {
    expect(() => planJourney(inspector, 'restoring.reading')).toThrow(
      'No events of the user and responses of Cognito lead from signIn.editing to restoring.reading.',
    )
  })
})

const isDialog = (invokes: readonly string[]) => /^(create|get)Passkey$/.test(invokes.join())

describe('going there', () => {
  // Only states of a page that was just opened, or that returns from a redirect, are out of reach.
  const reachable = leaves.filter((to) => !/^restoring|^redirecting/.test(to))
  const slow = /confirmContact\.(editing\.ready|resending)|confirmSignIn\.resending/
  const quick = reachable.filter((to) => !slow.test(to) && !/passkeyPrompt/.test(to))
  // Left at once: without a device that Cognito knows, or because the browser continues by itself.
  const fleeting = /devices\.(remembering|forgetting)|signingOut\.ending/

  test.each(quick)('arrives in %s, stays there, and sends no request', async (to) => {
    await go(to)
    expect(leaf()).toBe(to)
    // The list of a field offers passkeys beside the form, where it has any.
    const isRequesting =
      to !== 'signIn.editing' &&
      nodes.some(({ id, invokes }) => id === to && invokes.length > 0 && !isDialog(invokes))
    if (fleeting.test(to)) return
    if (isRequesting) await vi.waitFor(() => expect(inspector.requests.pending).toHaveLength(1))
    expect(leaf()).toBe(to)
    expect(sent).toEqual([])
  })

  test('reports each step, and stops if the app arrives elsewhere', async () => {
    const done: number[] = []
    const going = go('confirmSignIn.submitting', (steps) => {
      done.push(steps)
      if (steps === 2) actorOf(inspector.auth).send({ type: 'go.signIn' })
    })
    await expect(going).rejects.toThrow(
      'Stopped in signIn.editing, where confirmSignIn.editing.ready was expected.',
    )
    expect(done).toEqual([1, 2])
    expect(sent).toEqual([])
  })

  test('starts from any state: with a pending request, or signed in', async () => {
    await go('signIn.submitting')
    expect(labels('confirmSignIn.editing.ready')).toEqual(['signIn answers SMS_MFA'])
    await go('signedIn.idle')
    await go('setupTotp.editing')
    expect(leaf()).toBe('setupTotp.editing')
    expect(sent).toEqual([])
  })

  test('answers the requests of a fake session until the user signs out', async () => {
    const { auth } = inspector
    await go('signedIn.idle')
    actorOf(auth).send({ type: 'signedIn.load', part: 'profile' })
    const profile = () => actorOf(auth).getSnapshot().context.account.profile
    await vi.waitFor(() => expect(profile().data).toBeDefined())
    const { accessToken } = await auth.getSession()
    expect((await auth.getSession({ forceRefresh: true })).accessToken).not.toBe(accessToken)
    expect(sent).toEqual([])
    actorOf(auth).send({ type: 'signOut' })
    await vi.waitFor(() => expect(leaf()).toBe('signIn.editing'))
    expect(sent).toEqual([])
    actorOf(auth).send({ type: 'go.forgotPassword' })
    actorOf(auth).send({ type: 'forgotPassword.submit', username: 'ada' })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
  })
})

describe('to passkeys', () => {
  const prompts = leaves.filter((to) => to.startsWith('signedIn.passkeyPrompt.'))
  const config = { ...scriptedConfig, passwordless: { factors: ['PASSWORD', 'PASSKEY'] } }

  test.each(prompts)('arrives in %s, where the app offers them', async (to) => {
    close()
    await open({ config, passkeys })
    await go(to)
    expect(leaf()).toBe(to)
    const { invokes = [] } = nodes.find(({ id }) => id === to) ?? {}
    const requests = invokes.length > 0 && !isDialog(invokes) ? 1 : 0
    await vi.waitFor(() => expect(inspector.requests.pending).toHaveLength(requests))
    expect(leaf()).toBe(to)
    expect(sent).toEqual([])
  })

  test('leads no user to the prompt who has one', async () => {
    close()
    await open({ config, passkeys })
    await go('signedIn.idle')
    expect(leaf()).toBe('signedIn.idle')
    expect(sent).toEqual([])
  })

  test('says that an app offers none', () => {
    expect(() => planJourney(inspector, 'signedIn.passkeyPrompt.editing')).toThrow(
      'This app offers no passkeys: PASSKEY is not in "passwordless.factors" of its configuration.',
    )
  })

  test('ends the dialog by itself, also in a browser without passkeys', async () => {
    close()
    await open({})
    await go('signedIn.passkeys.completing')
    expect(leaf()).toBe('signedIn.passkeys.completing')
    expect(sent).toEqual([])
  })
})
