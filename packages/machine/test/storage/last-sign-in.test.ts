import { expect, test } from 'vitest'
import { storedLastSignIn } from '../../src/adapters/browser/stored-last-sign-in.ts'
import { memoryStorage } from '../../src/index.ts'

const key = 'authchart.client.lastSignIn'
const last = { username: 'ada@example.com', factor: 'PASSKEY' } as const

function open(value?: string) {
  const stored = new Map(value === undefined ? [] : [[key, value]])
  return { stored, store: storedLastSignIn('client', memoryStorage(stored)) }
}

test('what was saved is read, under the key of the app client', () => {
  const { store, stored } = open()
  expect(store.read()).toBeUndefined()
  store.save({ ...last, isPasskeyPromptSkipped: true })
  expect([...stored.keys()]).toEqual([key])
  expect(open(stored.get(key)).store.read()).toMatchObject({
    ...last,
    isPasskeyPromptSkipped: true,
  })
})

test.each([
  'no JSON',
  'null',
  '[]',
  '{}',
  JSON.stringify({ username: '', factor: 'EMAIL' }),
  JSON.stringify({ username: 7, factor: 'EMAIL' }),
  JSON.stringify({ username: 'ada@example.com', factor: 'TOTP' }),
  JSON.stringify({ username: 'ada@example.com', factor: '__proto__' }),
])('%s, as a script may have stored it, is no user', (value) => {
  expect(open(value).store.read()).toBeUndefined()
})

test('members that are not known are left out', () => {
  const { store } = open(JSON.stringify({ ...last, isPasskeyPromptSkipped: 'yes', extra: 'x' }))
  const read = store.read()
  expect(read).toMatchObject(last)
  expect(read?.isPasskeyPromptSkipped).not.toBe('yes')
  expect(read).not.toHaveProperty('extra')
})

test('a storage that throws costs nothing but the memory', () => {
  const broken = () => {
    throw new Error('Full')
  }
  const store = storedLastSignIn('client', { getItem: broken, setItem: broken, removeItem: broken })
  expect(store.read()).toBeUndefined()
  expect(() => store.save(last)).not.toThrow()
})
