import { CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js'
import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { cognitoTokenStore } from '../../src/cognito/index.ts'
import { Secret, type TokenSet } from '../../src/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { fakeTokens, generationOf } from '../support/fake-tokens.ts'
import { lastCode, openPage, settled, signUp, signUpAndIn } from '../support/sandbox-auth.ts'

const clientId = 'client'
const prefix = `CognitoIdentityServiceProvider.${clientId}`
const openStore = (storage: KeyValueStorage) => cognitoTokenStore(storage, clientId)
const ada = (generation: number) => new Secret(fakeTokens('ada', generation))
const grace = new Secret(fakeTokens('grace'))

/** A storage with a signed-in user, as Amplify leaves it. */
async function signedIn(tokens = ada(1)) {
  const items = new Map<string, string>()
  await openStore(memoryStorage(items)).save(tokens)
  items.set(`${prefix}.ada.signInDetails`, '{"loginId":"ada"}')
  items.set(`${prefix}.ada.oauthMetadata`, '{"oauthSignIn":true}')
  items.set(`${prefix}.ada.userData`, '{"Username":"ada"}')
  items.set(`${prefix}.ada.deviceKey`, 'device')
  return items
}

const isToken = (value: string) => value.startsWith('refresh-of-') || value.split('.').length === 3

test('stock amazon-cognito-identity-js finds our session', async () => {
  const page = openPage()
  const auth = page.load()
  const { user } = await signUpAndIn(page, auth)
  const pool = new CognitoUserPool({
    UserPoolId: page.sandbox.config.userPoolId,
    ClientId: page.sandbox.config.userPoolClientId,
    Storage: {
      getItem: (key) => page.stored.get(key) ?? null,
      setItem: (key, value) => void page.stored.set(key, value),
      removeItem: (key) => void page.stored.delete(key),
      clear: () => page.stored.clear(),
    },
  })
  const current = pool.getCurrentUser()
  expect(current?.getUsername()).toBe(user.username)
  const session = await new Promise<CognitoUserSession>((resolve, reject) => {
    current?.getSession((error: Error | null, found: CognitoUserSession | null) =>
      found ? resolve(found) : reject(error),
    )
  })
  expect(session.isValid()).toBe(true)
  expect(session.getAccessToken().getJwtToken()).toBe((await auth.getSession()).accessToken)
})

test('signing out leaves nothing of the user but the device', async () => {
  const items = await signedIn()
  await openStore(memoryStorage(items)).clear()
  expect([...items.keys()]).toEqual([`${prefix}.ada.deviceKey`])
})

test('another user’s sign-in leaves nothing of the first but the device', async () => {
  const items = await signedIn()
  const store = openStore(memoryStorage(items))
  await store.save(grace)
  expect((await store.load())?.reveal()).toEqual(grace.reveal())
  expect([...items.keys()].filter((key) => key.includes('.ada.'))).toEqual([
    `${prefix}.ada.deviceKey`,
  ])
  expect(items.get(`${prefix}.LastAuthUser`)).toBe('grace')
})

test('a storage that throws is a failure of its own, and no user is half signed in', async () => {
  const page = openPage()
  const full = new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  const auth = page.load({
    storage: {
      getItem: () => null,
      setItem: () => Promise.reject(full),
      removeItem: () => undefined,
    },
  })
  ;(await signUp(auth)).submit({ code: await lastCode(page) })
  const view = await settled(auth, 'signIn')
  expect(view.failure).toMatchObject({ code: 'storageRefused' })
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })
})

describe('another tab reads while this one writes', () => {
  /** The content of the storage after each step of saving `tokens`. */
  async function stepsOf(tokens: Secret<TokenSet>) {
    const items = await signedIn()
    const steps = [new Map(items)]
    const storage = memoryStorage(items)
    const step = () => steps.push(new Map(items))
    await openStore({
      getItem: storage.getItem,
      setItem: async (key, value) => {
        await storage.setItem(key, value)
        step()
      },
      removeItem: async (key) => {
        await storage.removeItem(key)
        step()
      },
    }).save(tokens)
    return steps
  }

  /** All orders in which the first `count` reads can fall between the steps. */
  function timings(count: number, steps: number, from = 0): number[][] {
    if (count === 0) return [[]]
    return [...Array(steps - from).keys()].flatMap((later) =>
      timings(count - 1, steps, from + later).map((rest) => [from + later, ...rest]),
    )
  }

  async function readings(steps: Map<string, string>[]) {
    const found = []
    for (const timing of timings(4, steps.length)) {
      const turns = timing.values()
      const getItem = (key: string) =>
        steps[turns.next().value ?? steps.length - 1]?.get(key) ?? null
      const never = () => Promise.reject(new Error('A reader does not write'))
      const store = openStore({ getItem, setItem: never, removeItem: never })
      found.push((await store.load())?.reveal())
    }
    return found
  }

  test('a refresh: always a session, and never an older refresh token with a newer access token', async () => {
    const found = await readings(await stepsOf(ada(2)))
    expect(found.length).toBeGreaterThan(100)
    const generations = new Set<string>()
    for (const tokens of found) {
      if (!tokens) throw new Error('No session')
      const { accessToken, idToken, refreshToken } = tokens
      const [access, id, refresh] = [accessToken, idToken, refreshToken ?? ''].map(generationOf)
      generations.add(`${access} ${id} ${refresh}`)
    }
    expect([...generations].sort()).toEqual(['1 1 1', '1 1 2', '1 2 2', '2 2 2'])
  })

  test('another user: the one or the other, never no user', async () => {
    const found = await readings(await stepsOf(grace))
    expect(found).toContainEqual(ada(1).reveal())
    expect(found).toContainEqual(grace.reveal())
    for (const tokens of found) expect([ada(1).reveal(), grace.reveal()]).toContainEqual(tokens)
  })
})

describe('a storage that throws in the middle', () => {
  /** Saves over Ada's session; the storage throws from one call on, `times` in a row. */
  async function saveWith(tokens: Secret<TokenSet>, from: number, times: number) {
    const items = await signedIn()
    const { getItem, setItem, removeItem } = memoryStorage(items)
    let calls = 0
    const fail = () => {
      const call = calls++
      if (call >= from && call < from + times) throw new Error('full')
    }
    const saving = openStore({
      getItem,
      setItem: (key, value) => {
        fail()
        return setItem(key, value)
      },
      removeItem: (key) => {
        fail()
        return removeItem(key)
      },
    }).save(tokens)
    const error = await saving.then(
      () => undefined,
      (error) => error,
    )
    const loaded = (await openStore(memoryStorage(items)).load())?.reveal()
    return { items, loaded, error, isOver: calls <= from }
  }

  /** One try for each call that a save makes. */
  async function forEachCall(
    tokens: Secret<TokenSet>,
    times: number,
    look: (outcome: Awaited<ReturnType<typeof saveWith>>) => void,
  ) {
    for (let from = 0; ; from += 1) {
      const outcome = await saveWith(tokens, from, times)
      if (outcome.isOver) return from
      expect(outcome.error).toMatchObject({ name: 'StorageError' })
      look(outcome)
    }
  }

  test.each([1, Number.POSITIVE_INFINITY])(
    'a refresh that is not stored (%d times): the former session, with the newer refresh token',
    async (times) => {
      const calls = await forEachCall(ada(2), times, ({ loaded }) => {
        if (!loaded) throw new Error('No session')
        const { accessToken, idToken, refreshToken } = loaded
        const [access, id, refresh] = [accessToken, idToken, refreshToken ?? ''].map(generationOf)
        expect(refresh).toBeGreaterThanOrEqual(id ?? 9)
        expect(id).toBeGreaterThanOrEqual(access ?? 9)
      })
      expect(calls).toBe(5)
    },
  )

  test('another user who is not stored: no user is signed in, and no token stays', async () => {
    const calls = await forEachCall(grace, 1, ({ loaded, items }) => {
      expect(loaded).toBeUndefined()
      expect([...items.values()].filter(isToken)).toEqual([])
    })
    expect(calls).toBe(12)
  })

  test('a storage that throws for good: the users are not mixed', async () => {
    await forEachCall(grace, Number.POSITIVE_INFINITY, ({ loaded }) => {
      expect([undefined, ada(1).reveal(), grace.reveal()]).toContainEqual(loaded)
    })
  })

  test('the first user: nothing stays', async () => {
    const items = new Map<string, string>()
    const storage = memoryStorage(items)
    const store = openStore({
      ...storage,
      setItem: (key, value) => {
        if (key.endsWith('accessToken')) throw new Error('full')
        return storage.setItem(key, value)
      },
    })
    await expect(store.save(grace)).rejects.toMatchObject({ name: 'StorageError' })
    expect(items.size).toBe(0)
  })
})

test('an aborted save undoes its own writes, and keeps what another tab has stored meanwhile', async () => {
  const items = await signedIn()
  const storage = memoryStorage(items)
  const controller = new AbortController()
  const saving = openStore({
    ...storage,
    setItem: async (key, value) => {
      await storage.setItem(key, value)
      if (!key.endsWith('.idToken')) return
      // Another tab stores a whole session before this one is aborted.
      await openStore(storage).save(ada(3))
      controller.abort()
    },
  }).save(ada(2), { signal: controller.signal })
  await expect(saving).rejects.toMatchObject({ name: 'StorageError' })
  expect((await openStore(storage).load())?.reveal()).toEqual(ada(3).reveal())
})

const left = fakeTokens('ada')
const foreign: [string, Record<string, string>][] = [
  ['a name without tokens', { 'client.LastAuthUser': 'ada' }],
  [
    'tokens without a name',
    { 'client.ada.idToken': left.idToken, 'client.ada.accessToken': left.accessToken },
  ],
  ['another client’s', entriesOf('ada', left, 'other')],
  ['an ID token that is none', entriesOf('ada', { ...left, idToken: 'a.b.c' })],
  ['an access token that is none', entriesOf('ada', { ...left, accessToken: 'undefined' })],
  ['no refresh token', entriesOf('ada', { ...left, refreshToken: '' })],
  ['ID and access tokens of two users', entriesOf('ada', { ...left, ...idTokenOf('grace') })],
  ['an ID token without claims', entriesOf('ada', { ...left, idToken: 'e30.e30.' })],
]

function entriesOf(
  name: string,
  { ...tokens }: TokenSet,
  client = clientId,
): Record<string, string> {
  const entries = Object.entries(tokens).map(([key, value]) => [`${client}.${name}.${key}`, value])
  return { [`${client}.LastAuthUser`]: name, ...Object.fromEntries(entries) }
}

function idTokenOf(username: string) {
  const { idToken } = fakeTokens(username)
  return { idToken }
}

test.each(foreign)('what is not a session signs no user in: %s', async (_, entries) => {
  const page = openPage()
  const items = new Map(
    Object.entries(entries).map(([key, value]) => [`CognitoIdentityServiceProvider.${key}`, value]),
  )
  const config = { userPoolClientId: clientId }
  const auth = page.load({ config, storage: memoryStorage(items) })
  expect((await settled(auth, 'signIn')).failure).toBeUndefined()
  expect(page.sent).toEqual([])
})

test.each(['NaN', '-1794992000000', '3600', '', '{}'])(
  'a clock drift of %j is not believed',
  async (drift) => {
    const items = await signedIn()
    items.set(`${prefix}.ada.clockDrift`, drift)
    const store = openStore(memoryStorage(items))
    expect((await store.load())?.reveal()).toEqual(ada(1).reveal())
    await store.save(ada(2))
    expect(items.get(`${prefix}.ada.clockDrift`)).toBe('0')
  },
)

test('a session under an alias is found, and moves to the name of the user', async () => {
  const entries = entriesOf('ada@example.com', fakeTokens('ada'))
  const items = new Map(
    Object.entries(entries).map(([key, value]) => [`CognitoIdentityServiceProvider.${key}`, value]),
  )
  const store = openStore(memoryStorage(items))
  expect((await store.load())?.reveal()).toEqual(ada(1).reveal())
  await store.save(ada(2))
  expect([...items.keys()].filter((key) => key.includes('@'))).toEqual([])
  expect((await store.load())?.reveal()).toEqual(ada(2).reveal())
})
