import { expect, test } from 'vitest'
import { createSandbox, DataDirError, type SandboxStorage } from '../../src/index.ts'
import { createClient, email, password } from '../support/client.ts'

function memoryStorage() {
  const items = new Map<string, string>()
  let writes = 0
  const storage: SandboxStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      writes += 1
      items.set(key, value)
    },
  }
  return { storage, items, writes: () => writes }
}

test('the next sandbox has the users, the keys and the refresh tokens', async () => {
  const { storage } = memoryStorage()
  const first = createSandbox({ storage })
  const { RefreshToken } = await createClient(first).signedIn()
  const keysOf = async ({ fetch, config }: typeof first) =>
    (await fetch(`${config.endpoint}/${config.userPoolId}/.well-known/jwks.json`)).json()

  const second = createSandbox({ storage })
  const client = createClient(second)
  const refreshed = await client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken })
  expect(refreshed.status).toBe(200)
  expect((await client.signInWithPassword(email)).status).toBe(200)
  expect(await keysOf(second)).toEqual(await keysOf(first))
})

test('writes only changes, and no password', async () => {
  const { storage, items, writes } = memoryStorage()
  const sandbox = createSandbox({ storage, users: [{ username: email, password }] })
  const client = createClient(sandbox)
  const before = writes()
  await client.control('GET', '/users')
  await client.signInWithPassword(email, 'wrong')
  expect(writes()).toBe(before)
  await client.signInWithPassword(email)
  expect(writes()).toBe(before + 1)
  expect([...items.values()].join()).not.toContain(password)
})

test('a reset empties it', async () => {
  const { storage } = memoryStorage()
  const first = createClient(createSandbox({ storage }))
  await first.confirmed()
  await first.control('POST', '/reset')
  const { body } = await createClient(createSandbox({ storage })).control('GET', '/users')
  expect(body).toEqual([])
})

test('leaves an unreadable item as it is', () => {
  const { storage, items } = memoryStorage()
  createSandbox({ storage, users: [{ username: email, password }] })
  const [key = ''] = items.keys()
  const cut = items.get(key)?.slice(0, -20) ?? ''
  items.set(key, cut)
  expect(() => createSandbox({ storage })).toThrow(DataDirError)
  expect(items.get(key)).toBe(cut)
})

test('a data directory beside it is an error', () => {
  expect(() => createSandbox({ storage: memoryStorage().storage, dataDir: '.sandbox' })).toThrow(
    'not both',
  )
})
