import { expect, onTestFinished, test } from 'vitest'
import { scriptedCognito, scriptedConfig } from '../../../testing/src/index.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { identityPool } from '../../src/cognito/identity-pool/index.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { createAuth } from '../../src/index.ts'
import { Secret } from '../../src/secret.ts'
import { settled } from '../support/sandbox-auth.ts'

const amplifys = 'aws-amplify-federatedInfo'
const { identityPoolId: _, ...withoutIdentityPool } = scriptedConfig
const apps = {
  shop: scriptedConfig,
  office: { ...scriptedConfig, userPoolClientId: 'office-client' },
  /** Has nothing to do with other providers. */
  desk: { ...withoutIdentityPool, userPoolClientId: 'desk-client' },
}

const google = (token: string) => ({
  provider: 'google',
  token,
  expiresAt: Date.now() + 3_600_000,
  identityId: 'us-east-1:1',
  profile: { name: token },
})

/** What Amplify v5 writes. */
const left = JSON.stringify({
  provider: 'google',
  token: 'of-amplify',
  identity_id: 'us-east-1:1',
  user: { name: 'Grace' },
  expires_at: Date.now() + 3_600_000,
})

function origin(items = new Map<string, string>()) {
  const ports = (name: keyof typeof apps) =>
    cognitoPorts({
      config: apps[name],
      storage: memoryStorage(items),
      fetch: scriptedCognito().fetch,
      identityPool,
    })
  const tokenOf = async (name: keyof typeof apps) => {
    const revealed = (await ports(name).tokenStore.load())?.reveal()
    return revealed && 'token' in revealed ? revealed.token : undefined
  }
  return { items, ports, tokenOf }
}

test('a federated session is that of the app that has begun it', async () => {
  const { items, ports, tokenOf } = origin()
  await ports('shop').tokenStore.save(new Secret(google('of-shop')))
  expect(await tokenOf('shop')).toBe('of-shop')
  expect(await tokenOf('office')).toBeUndefined()
  expect(await tokenOf('desk')).toBeUndefined()
  await ports('office').tokenStore.save(new Secret(google('of-office')))
  expect(await tokenOf('shop')).toBe('of-shop')
  expect(await tokenOf('office')).toBe('of-office')
  for (const other of ['office', 'desk'] as const) await ports(other).tokenStore.clear()
  expect(await tokenOf('shop')).toBe('of-shop')
  expect(await tokenOf('office')).toBeUndefined()
  await ports('shop').tokenStore.clear()
  expect([...items.keys()]).toEqual([])
})

test('an app without an identity pool is not signed in by it, and its sign-in leaves it alone', async () => {
  const { items, ports } = origin(new Map([[amplifys, left]]))
  const auth = createAuth({ ports: ports('desk') })
  onTestFinished(() => auth.stop())
  await settled(auth, 'signIn')
  await ports('desk').tokenStore.clear()
  expect(items.get(amplifys)).toBe(left)
})

test('what Amplify has left is adopted by an app with an identity pool, and forgotten with its session', async () => {
  const { items, ports, tokenOf } = origin(new Map([[amplifys, left]]))
  expect(await tokenOf('shop')).toBe('of-amplify')
  const auth = createAuth({ ports: ports('shop') })
  onTestFinished(() => auth.stop())
  ;(await settled(auth, 'signedIn')).signOut()
  await settled(auth, 'signIn')
  expect(items.has(amplifys)).toBe(false)
})

test('everything that is stored or shared is named after its app', async () => {
  const { ports } = origin()
  const keys = new Set<string>()
  const storage = {
    getItem: (key: string) => {
      keys.add(key)
      return null
    },
    setItem: (key: string) => void keys.add(key),
    removeItem: (key: string) => void keys.add(key),
  }
  const { tokenStore, hostedUi } = cognitoPorts({ config: apps.office, storage, identityPool })
  await tokenStore.load()
  await tokenStore.clear()
  await hostedUi
    ?.complete(new Secret('http://localhost/?code=c&state=s'), {
      signal: new AbortController().signal,
    })
    .catch(() => undefined)
  expect(ports('desk').identityPool).toBeUndefined()
  const shared = [...keys].filter((key) => !key.includes('office-client'))
  expect(shared).toEqual([amplifys])
})
