import { expect, onTestFinished, test } from 'vitest'
import { user } from '../../../testing/src/catalogue/person.ts'
import { scriptedCognito, scriptedConfig } from '../../../testing/src/index.ts'
import { tokensOf } from '../../../testing/src/scripted-cognito/tokens.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { requestCookies } from '../../src/adapters/server/index.ts'
import { createAuth } from '../../src/index.ts'
import { settled } from '../support/sandbox-auth.ts'

const minute = 60_000
const hour = 60 * minute
const key = 'authchart.scripted-client.clock'
const config = { ...scriptedConfig, authenticationFlowType: 'USER_PASSWORD_AUTH' } as const

/** A pool with the right time, and a machine whose clock is ahead of it by `drift` (ms). */
function machineWith(drift: number) {
  const items = new Map<string, string>()
  const state = { now: Date.UTC(2030, 0, 1), drift }
  const cognito = scriptedCognito({ now: () => state.now })
  const load = () => {
    const auth = createAuth({
      config,
      storage: memoryStorage(items),
      clock: { now: () => state.now + state.drift },
      fetch: async (input, init) => {
        const target = new Headers(init?.headers).get('x-amz-target')
        if (!target?.endsWith('InitiateAuth')) return cognito.fetch(input, init)
        const moment = { ...cognito.moment(), now: state.now }
        return Response.json({ AuthenticationResult: tokensOf(user, moment) })
      },
    })
    onTestFinished(() => auth.stop())
    return auth
  }
  const refreshes = () => cognito.log.filter((name) => name.startsWith('GetTokens')).length
  /** Signs in, and closes the page. */
  const signIn = async () => {
    const auth = load()
    ;(await settled(auth, 'signIn')).submit({ username: 'ada', password: 'Correct-horse-7' })
    await settled(auth, 'signedIn')
    auth.stop()
  }
  /** Opens the page, uses it and closes it; how many refreshes that took. */
  const visit = async () => {
    const before = refreshes()
    const auth = load()
    await settled(auth, 'signedIn')
    await auth.getSession()
    auth.stop()
    return refreshes() - before
  }
  return { items, state, load, refreshes, signIn, visit }
}

test.each([5 * hour, 24 * 365 * hour])(
  'tokens of a page that stays open do not outlive a clock that was %i ms ahead and is set right',
  async (drift) => {
    const { state, load, refreshes } = machineWith(drift)
    const auth = load()
    ;(await settled(auth, 'signIn')).submit({ username: 'ada', password: 'Correct-horse-7' })
    await settled(auth, 'signedIn')
    await auth.getSession()
    expect(refreshes()).toBe(0)
    state.drift = 0
    state.now += 10 * minute
    const { expiresAt, refreshAt } = await auth.getSession()
    expect(refreshes()).toBe(1)
    expect(expiresAt).toBe(state.now + hour)
    expect(refreshAt).toBeLessThan(expiresAt)
    // Once: the difference is known now.
    await auth.getSession()
    expect(refreshes()).toBe(1)
    state.now += 65 * minute
    await auth.getSession()
    expect(refreshes()).toBe(2)
  },
)

test.each([-5 * hour, -2 * hour, -10 * minute, 0, 10 * minute, 5 * hour, 24 * 365 * hour])(
  'a clock that is %i ms ahead of the pool refreshes nothing at load while tokens are fresh',
  async (drift) => {
    const { state, signIn, visit } = machineWith(drift)
    await signIn()
    for (let count = 0; count < 4; count += 1) {
      state.now += 10 * minute
      expect(await visit()).toBe(0)
    }
    // They expire by the pool's clock, and the next ones are as good.
    state.now += 25 * minute
    expect(await visit()).toBe(1)
    state.now += 10 * minute
    expect(await visit()).toBe(0)
  },
)

test.each([
  [-5 * hour, 1],
  [5 * hour, 0],
])(
  'a clock that was %i ms ahead and set right meanwhile is noticed, by %i refreshes',
  async (drift, refreshes) => {
    const { state, signIn, visit } = machineWith(drift)
    await signIn()
    state.now += 10 * minute
    state.drift = 0
    expect(await visit()).toBe(refreshes)
    expect(await visit()).toBe(0)
    state.now += 65 * minute
    expect(await visit()).toBe(1)
    state.now += 10 * minute
    expect(await visit()).toBe(0)
  },
)

test('a clock that goes wrong meanwhile costs one refresh', async () => {
  const { state, signIn, visit } = machineWith(0)
  await signIn()
  state.drift = -5 * hour
  expect(await visit()).toBe(1)
  expect(await visit()).toBe(0)
})

test('nothing is stored for a clock that is right, and nothing is left after a sign-out', async () => {
  const right = machineWith(1_000)
  await right.signIn()
  expect(right.items.has(key)).toBe(false)
  const wrong = machineWith(-5 * hour)
  await wrong.signIn()
  expect(JSON.parse(wrong.items.get(key) ?? '')[0]).toBe(-5 * hour)
})

test.each(['', '{', 'null', '7', '["x"]', '[1e400,0,""]', '[-18000000,0,"of others"]'])(
  'a drift that is none is not believed: %s',
  async (stored) => {
    const { items, state, signIn, visit } = machineWith(-5 * hour)
    await signIn()
    items.set(key, stored)
    state.now += minute
    expect(await visit()).toBe(1)
  },
)

test('a server does not take the clock of a browser for its own', async () => {
  const { items, state, signIn } = machineWith(-5 * hour)
  await signIn()
  const header = [...items]
    .map(([name, value]) => `${encodeURIComponent(name)}=${value}`)
    .join('; ')
  const cognito = scriptedCognito({ now: () => state.now })
  const auth = createAuth({
    config,
    storage: requestCookies(header),
    clock: { now: () => state.now },
    fetch: cognito.fetch,
  })
  onTestFinished(() => auth.stop())
  expect((await auth.ready()).user?.userId).toBe(user.userId)
  expect(cognito.log).toEqual([])
})
