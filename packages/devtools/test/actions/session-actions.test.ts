// @vitest-environment happy-dom
import { actorOf, pathOf } from '@authchart/machine/xstate'
import { outcomes, payloads, type scriptedCognito } from '@authchart/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sessionVerbs } from '../../src/actions/session-actions.ts'
import type { Inspector } from '../../src/index.ts'
import { openPanel } from '../support/open-panel.ts'

const { now } = Date
const refreshing = 'GetTokensFromRefreshToken'
let cognito: ReturnType<typeof scriptedCognito>
let inspector: Inspector
let close: () => void
let root: ShadowRoot

beforeEach(async () => {
  ;({ cognito, inspector, root, close } = await openPanel())
  button('Open the auth inspector').click()
  button('Session').click()
  await vi.waitFor(() => button('Refresh now'))
})

afterEach(() => {
  close()
  expect(Date.now).toBe(now)
})

function button(label: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find(
    ({ textContent, title }) => textContent === label || title === label,
  )
  if (!found) throw new Error(`There is no button "${label}"`)
  return found
}

const leaf = () => pathOf(actorOf(inspector.auth).getSnapshot())
const said = () => root.querySelector('.session [role=status]')?.textContent
const refreshes = () => cognito.log.filter((operation) => operation === refreshing).length

async function signIn(name = 'tokens') {
  cognito.arm(outcomes.find((one) => one.actor === 'signIn' && one.name === name))
  cognito.release()
  const [typed = { username: '' }] = payloads['signIn.submit']
  actorOf(inspector.auth).send({ type: 'signIn.submit', ...typed })
  await vi.waitFor(() => expect(leaf()).not.toMatch(/^signIn/))
  button('Now').click()
  button('Session').click()
}

describe('the session', () => {
  test('offers nothing while no user is signed in', () => {
    expect(button('Refresh now').closest('li')?.hidden).toBe(true)
    expect(button('Expire the challenge').closest('li')?.hidden).toBe(true)
    expect(root.querySelector('.session')?.textContent).toContain('no user is signed in')
  })

  test('is refreshed, once, however often one presses', async () => {
    await signIn()
    const before = await inspector.auth.getSession()
    button('Refresh now').click()
    expect(button('Refresh now').disabled).toBe(true)
    button('Refresh now').click()
    await vi.waitFor(() => expect(said()).toMatch(/^Refreshed\. .* good until \d\d:\d\d:\d\d\.$/))
    expect(button('Refresh now').disabled).toBe(false)
    expect(refreshes()).toBe(1)
    expect((await inspector.auth.getSession()).accessToken).not.toBe(before.accessToken)
  })

  test('says why it could not be refreshed', async () => {
    await signIn()
    cognito.interject({ operation: refreshing, kind: 'drop' })
    button('Refresh now').click()
    await vi.waitFor(() => expect(root.querySelector('.session [role=status].bad')).not.toBeNull())
    expect(leaf()).toBe('signedIn.idle')
  })

  test('expires, and the app refreshes it; the clock is right again', async () => {
    await signIn()
    const before = await inspector.auth.getSession()
    button('Expire now').click()
    await vi.waitFor(() => expect(said()).toContain('The tokens had expired, and were refreshed.'))
    expect(refreshes()).toBe(1)
    const after = await inspector.auth.getSession()
    expect(after.accessToken).not.toBe(before.accessToken)
    expect(Math.abs(after.expiresAt - before.expiresAt)).toBeLessThan(10_000)
  })

  test('has the true time again, even if other code has wrapped the clock meanwhile', async () => {
    await signIn()
    const { expire } = sessionVerbs(inspector)
    const done = expire()
    await vi.waitFor(() => expect(Date.now).not.toBe(now))
    const ahead = Date.now
    Date.now = () => ahead()
    await done
    expect(Math.abs(Date.now() - now())).toBeLessThan(10_000)
    Date.now = now
  })

  test('rejects if it has expired and no response arrives', async () => {
    await signIn()
    cognito.interject({ operation: refreshing, kind: 'drop' })
    button('Expire now').click()
    await vi.waitFor(() => expect(root.querySelector('.session [role=status].bad')).not.toBeNull())
    expect(refreshes()).toBe(1)
  })

  test('ends as if it had been revoked, without a request to Cognito', async () => {
    await signIn()
    button('End the session').click()
    await vi.waitFor(() => expect(said()).toContain('The app is in signIn.editing.'))
    expect(refreshes()).toBe(0)
    expect(actorOf(inspector.auth).getSnapshot().context.failure?.code).toBe('sessionRevoked')
  })
})

describe('a challenge', () => {
  const code = payloads['confirmSignIn.submit'][0] ?? {
    code: undefined as never,
    rememberDevice: false,
  }

  test('expires: its next answer is rejected, and only that one', async () => {
    await signIn('SMS_MFA')
    expect(button('Refresh now').closest('li')?.hidden).toBe(true)
    button('Expire the challenge').click()
    await vi.waitFor(() => expect(said()).toContain('session is expired'))
    const before = cognito.log.length
    actorOf(inspector.auth).send({ type: 'confirmSignIn.submit', ...code })
    await vi.waitFor(() => expect(leaf()).toBe('signIn.editing'))
    expect(cognito.log).toHaveLength(before)
    expect(actorOf(inspector.auth).getSnapshot().context.failure?.code).toBe('challengeExpired')
    await signIn('SMS_MFA')
    expect(leaf()).toBe('confirmSignIn.editing.ready')
  })

  test('expires once: no other request is rejected', async () => {
    const rejections = vi.spyOn(inspector.requests, 'answerNext')
    await signIn('SMS_MFA')
    button('Expire the challenge').click()
    await vi.waitFor(() => expect(said()).toContain('session is expired'))
    const takenBack = vi.fn()
    rejections.mockReturnValue(takenBack)
    button('Expire the challenge').click()
    await vi.waitFor(() => expect(rejections.mock.calls.length).toBeGreaterThan(1))
    const [[operation] = ['']] = rejections.mock.calls
    await vi.waitFor(() => expect(button('Expire the challenge').disabled).toBe(false))
    const answer = { type: 'answer', request: 9, operation, status: 400, isInjected: true } as const
    const rest = { errorType: null, challengeName: null, requestId: null, latencyMs: 0, bytes: 0 }
    inspector.trace.record('cognito', { ...answer, ...rest, isInjected: false })
    expect(takenBack).not.toHaveBeenCalled()
    inspector.trace.record('cognito', { ...answer, ...rest })
    expect(takenBack).toHaveBeenCalled()
  })

  test('cannot expire if no request can fail so, and says that', async () => {
    const { expireChallenge } = sessionVerbs(inspector)
    actorOf(inspector.auth).send({ type: 'go.forgotPassword' })
    expect(await expireChallenge()).toMatch(/^Nothing changed/)
  })

  test('is forgotten with its flow', async () => {
    await signIn('SMS_MFA')
    button('Expire the challenge').click()
    await vi.waitFor(() => expect(said()).toContain('session is expired'))
    actorOf(inspector.auth).send({ type: 'go.signIn' })
    await signIn()
    expect(leaf()).toBe('signedIn.idle')
  })
})
