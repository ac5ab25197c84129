// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { cognitoPorts } from '@authchart/machine/cognito'
import { actorOf, pathOf } from '@authchart/machine/xstate'
import { outcomes, payloads, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { planJourney } from '../../src/actions/plan-journey.ts'
import { sessionVerbs } from '../../src/actions/session-actions.ts'
import { type Inspector, inspectAuth } from '../../src/index.ts'
import { liveSource } from '../../src/panel/index.ts'

const original = globalThis.fetch
const refreshing = 'GetTokensFromRefreshToken'
let cognito: ReturnType<typeof scriptedCognito>
let inspector: Inspector

/** Does not ask the global one, unless a test says so. */
const own: typeof globalThis.fetch = (input, init) => through(input, init)
let through: typeof globalThis.fetch

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  through = cognito.fetch
  inspector = inspectAuth(createAuth({ config: scriptedConfig, fetch: own }))
  await inspector.auth.ready()
})

afterEach(() => {
  inspector.stop()
  expect(inspector.auth.transport?.fetch).toBe(own)
  expect(globalThis.fetch).toBe(cognito.fetch)
  inspector.auth.stop()
  globalThis.fetch = original
})

const leaf = () => pathOf(actorOf(inspector.auth).getSnapshot())
const isIn = (expected: string) => vi.waitFor(() => expect(leaf()).toBe(expected))
const refreshes = () => cognito.log.filter((operation) => operation === refreshing).length

function submit(answer: string) {
  cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === answer))
  cognito.release()
  const [typed = { username: '' }] = payloads['signIn.submit']
  actorOf(inspector.auth).send({ type: 'signIn.submit', ...typed })
}

describe('an app with a fetch of its own', () => {
  test('shows each request once, also if it calls the global one, and pauses it', async () => {
    through = (input, init) => globalThis.fetch(input, init)
    const letGo = inspector.requests.pause()
    submit('SMS_MFA')
    await vi.waitFor(() => expect(inspector.requests.pending).toMatchObject([{ isPaused: true }]))
    expect(cognito.log).toEqual([])
    letGo()
    await isIn('confirmSignIn.editing.ready')
    const seen = inspector.trace
      .events()
      .flatMap((event) => (event.type === 'request' ? [event.operation] : []))
    expect(seen).toEqual(cognito.log)
  })

  test('gets responses of the inspector, and Cognito gets no request', async () => {
    const { answer, pending } = liveSource(inspector)
    inspector.requests.pause()
    submit('tokens')
    await vi.waitFor(() => expect(pending()?.outcomes.length).toBeGreaterThan(5))
    await vi.waitFor(() => expect(inspector.requests.pending).toHaveLength(1))
    answer?.('SMS_MFA')
    await isIn('confirmSignIn.editing.ready')
    expect(cognito.log).toEqual([])
  })

  test('arrives in a state without a request to Cognito', async () => {
    await planJourney(inspector, 'signedIn.idle').go(() => undefined)
    expect(leaf()).toBe('signedIn.idle')
    actorOf(inspector.auth).send({ type: 'signedIn.load', part: 'profile' })
    const read = () => actorOf(inspector.auth).getSnapshot().context.account.profile.data
    await vi.waitFor(() => expect(read()).toBeDefined())
    expect(cognito.log).toEqual([])
  })

  test('gets an error if its requests are not seen, as with ports of its own', async () => {
    const unseen = scriptedCognito()
    unseen.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'SMS_MFA'))
    unseen.release()
    const ports = cognitoPorts({ config: scriptedConfig, fetch: unseen.fetch })
    const other = inspectAuth(createAuth({ ports }))
    await other.auth.ready()
    await expect(
      planJourney(other, 'confirmSignIn.editing.ready').go(() => undefined),
    ).rejects.toThrow(
      'does not see the request of signIn.submitting, so the app sent it to Cognito',
    )
    other.stop()
    other.auth.stop()
  })

  test('has its session expire, and end', async () => {
    submit('tokens')
    await isIn('signedIn.idle')
    const { expire, end } = sessionVerbs(inspector)
    expect(await expire()).toMatch(/^The tokens had expired, and were refreshed\./)
    expect(refreshes()).toBe(1)
    // As soon as the answer is there the time is true again, and new tokens are good for a while.
    const { expiresAt } = await inspector.auth.getSession()
    expect(expiresAt - Date.now()).toBeGreaterThan(60_000)
    expect(await end()).toContain('The app is in signIn.editing.')
    expect(refreshes()).toBe(1)
  })

  test('has a challenge expire', async () => {
    submit('SMS_MFA')
    await isIn('confirmSignIn.editing.ready')
    await sessionVerbs(inspector).expireChallenge()
    const before = cognito.log.length
    const [code] = payloads['confirmSignIn.submit']
    if (code) actorOf(inspector.auth).send({ type: 'confirmSignIn.submit', ...code })
    await isIn('signIn.editing')
    expect(cognito.log).toHaveLength(before)
  })
})
