import { beforeEach, expect, test } from 'vitest'
import { sessionPendingStore } from '../src/browser/index.ts'
import type { PendingScreen } from '../src/index.ts'
import { memoryStorage } from '../src/memory/memory-storage.ts'
import { challenges } from './support/samples.ts'

let items: Map<string, string>

beforeEach(() => {
  items = new Map()
  Object.assign(globalThis, { sessionStorage: memoryStorage(items) })
})

const key = 'authchart.client.pending'
const store = () => sessionPendingStore('client')
const delivery = { medium: 'SMS', destination: '+***', attribute: 'phone_number' } as const

const screens: PendingScreen[] = [
  { route: 'signUp' },
  { route: 'forgotPassword', username: 'ada' },
  { route: 'confirmSignUp', username: 'ada', delivery, resendAt: 7 },
  { route: 'resetPassword', username: 'ada', delivery: undefined, resendAt: 7 },
  ...challenges
    .filter(({ type }) => type !== 'unknown')
    .map((challenge) => ({ route: 'challenge' as const, username: 'ada', challenge, round: 2 })),
]

test.each(screens)('$route comes back as it was', (screen) => {
  store().write(screen)
  const read = store().read()
  expect(read).toEqual(screen)
  if (read?.route === 'challenge') expect(read.challenge.session?.reveal()).toBe('session')
  store().clear()
  expect(store().read()).toBeUndefined()
})

const challenge = {
  kind: 'challenge',
  type: 'code',
  mfaType: 'SMS',
  username: 'ada',
  session: 's',
  askedAt: 1,
}

test.each<unknown>([
  'not JSON',
  null,
  [],
  7,
  { route: 'signedIn' },
  { route: 'confirmSignUp' },
  { route: 'confirmSignUp', username: '' },
  { route: 'resetPassword', username: 7 },
  { route: 'challenge', username: 'ada' },
  { route: 'challenge', username: 'ada', challenge: { ...challenge, mfaType: 'PIGEON' } },
  { route: 'challenge', username: 'ada', challenge: { ...challenge, askedAt: 'yesterday' } },
  { route: 'challenge', username: 'ada', challenge: { ...challenge, type: 'hologram' } },
])('what is not a screen of ours is none: %j', (stored) => {
  items.set(key, typeof stored === 'string' ? stored : JSON.stringify(stored))
  expect(store().read()).toBeUndefined()
})

test('of a challenge whose lists were tampered with, what is not known is left out', () => {
  const tampered = { ...challenge, type: 'mfaType', options: ['TOTP', 'PIGEON', 7] }
  items.set(key, JSON.stringify({ route: 'challenge', username: 'ada', challenge: tampered }))
  expect(store().read()).toMatchObject({ challenge: { options: ['TOTP'] } })
})
