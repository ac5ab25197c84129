import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Answer, answers } from '../../../testing/src/catalogue/answers.ts'
import { sessionScreenStore } from '../../src/adapters/browser/index.ts'
import { lazyScreenStore } from '../../src/adapters/browser/lazy-screen-store.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import type { RestoreResult } from '../../src/chart/outcomes.ts'
import type { InterruptedScreen } from '../../src/index.ts'

let items: Map<string, string>

beforeEach(() => {
  items = new Map()
  vi.stubGlobal('document', {})
  vi.stubGlobal('sessionStorage', memoryStorage(items))
})
afterEach(() => void vi.unstubAllGlobals())

const key = 'authchart.client.pending'
const store = () => sessionScreenStore('client')
const delivery = { medium: 'SMS', destination: '+***', attribute: 'phone_number' } as const

/** Everything of the catalogue that a page may have been in the middle of. */
const interrupted = Object.values<Answer<RestoreResult>>(answers.readSession)
  .map((answer) => answer(0))
  .flatMap((found): InterruptedScreen[] => {
    if (found.kind === 'interrupted') return [found.screen]
    const unfinished = 'unfinished' in found && found.unfinished
    return unfinished ? [{ route: 'signedIn', userId: 'sub', unfinished }] : []
  })
  .filter((screen) => !('challenge' in screen) || screen.challenge.type !== 'unknown')

const screens: readonly InterruptedScreen[] = [
  ...interrupted,
  { route: 'signUp', username: '' },
  { route: 'confirmSignUp', username: 'ada', delivery, resendAt: 7 },
  { route: 'resetPassword', username: 'ada', delivery: undefined, resendAt: 7 },
]

test.each(screens)('$route is read as it was written', (screen) => {
  store().write(screen)
  const read = store().read()
  expect(read).toEqual(screen)
  if (read && 'challenge' in read) expect(read.challenge.session?.reveal()).toMatch(/./)
  store().clear()
  expect(store().read()).toBeUndefined()
})

test.each(screens)('$route is read as well where the check is loaded later', async (screen) => {
  store().write(screen)
  const later = lazyScreenStore('client')
  expect(later.route?.()).toBe(screen.route)
  expect(await later.read()).toEqual(store().read())
  later.clear()
  expect(later.route?.()).toBeUndefined()
  expect(await later.read()).toBeUndefined()
})

const challenge = {
  kind: 'challenge',
  type: 'code',
  mfaType: 'SMS',
  username: 'ada',
  session: 's',
  issuedAt: 1,
}

test.each<unknown>([
  'not JSON',
  null,
  [],
  7,
  { route: 'signUp' },
  { route: 'signedIn' },
  { route: 'signedIn', unfinished: {} },
  { route: 'signedIn', userId: 7, unfinished: {} },
  { route: 'signedIn', userId: 'sub', unfinished: 'nothing' },
  { route: 'confirmSignUp' },
  { route: 'confirmSignUp', username: '' },
  { route: 'resetPassword', username: 7 },
  { route: 'challenge', username: 'ada' },
  { route: 'totpVerified', username: 'ada', challenge },
  { route: 'challenge', username: 'ada', challenge: { ...challenge, mfaType: 'PIGEON' } },
  { route: 'challenge', username: 'ada', challenge: { ...challenge, issuedAt: 'yesterday' } },
  { route: 'challenge', username: 'ada', challenge: { ...challenge, type: 'hologram' } },
])('what is not a screen of ours is none: %j', (stored) => {
  items.set(key, typeof stored === 'string' ? stored : JSON.stringify(stored))
  expect(store().read()).toBeUndefined()
})

test('unknown members of a changed challenge are left out', () => {
  const tampered = { ...challenge, type: 'mfaType', options: ['TOTP', 'PIGEON', 7] }
  items.set(key, JSON.stringify({ route: 'challenge', username: 'ada', challenge: tampered }))
  expect(store().read()).toMatchObject({ challenge: { options: ['TOTP'] } })
})

test('unknown members of an unfinished screen are left out', () => {
  const tampered = {
    newDevice: { key: 'device' },
    rememberDevice: 'yes',
    contacts: [null, { attribute: 'pigeon', value: 'x' }, { attribute: 'email', value: 'a@b.c' }],
    delivery: { medium: 'PIGEON', destination: 'x' },
    deliveries: [delivery, 7],
    resendAt: 'soon',
    isTotpUnfinished: 1,
    isAdmin: true,
  }
  items.set(key, JSON.stringify({ route: 'signedIn', userId: 'sub', unfinished: tampered }))
  expect(store().read()).toEqual({
    route: 'signedIn',
    userId: 'sub',
    unfinished: {
      newDevice: undefined,
      rememberDevice: false,
      contacts: [{ attribute: 'email', value: 'a@b.c' }],
      delivery: undefined,
      deliveries: [delivery],
      resendAt: 0,
      isTotpUnfinished: false,
    },
  })
})
