import { expect, test } from 'vitest'
import { routeOf } from '../src/index.ts'
import { explore, leafOf, type Step } from './support/explore.ts'
import { events } from './support/samples.ts'

const steps = explore()
const places = new Set(steps.flatMap(({ from, to }) => [from, to]))
const homes = ['signIn.editing', 'signedIn.idle']

/** The places from which one of `goals` can be reached over `steps`. */
function reaching(steps: readonly Step[], goals: readonly string[]): Set<string> {
  const reached = new Set([...places].filter((place) => goals.includes(leafOf(place))))
  for (const place of reached) {
    for (const { from, to } of steps) if (to === place) reached.add(from)
  }
  return reached
}

const isWaiting = (leaf: string) =>
  steps.some(
    ({ from, event }) =>
      leafOf(from) === leaf && /^xstate\.done\.actor\.(?!session$|account$)/.test(event.type),
  )

const lost = (reached: Set<string>) => [...places].filter((place) => !reached.has(place))

test('every leaf is reached, with the guards as they are', () => {
  expect([...new Set([...places].map(leafOf))].sort()).toEqual(Object.keys(routeOf).sort())
})

test('no dead end: sign-in or the signed-in user can be reached from everywhere', () => {
  expect(lost(reaching(steps, homes))).toEqual([])
})

test('no dead end even when nothing ever succeeds', () => {
  const failing = steps.filter(({ event }) => !event.type.startsWith('xstate.done'))
  expect(lost(reaching(failing, homes))).toEqual([])
})

test('whatever is pending is left when its actor ends, in whatever way', () => {
  const ends = steps.filter(({ event }) =>
    /^xstate\.(done|error)\.actor\.(?!session$|account$)/.test(event.type),
  )
  expect(ends.length).toBeGreaterThan(1_000)
  for (const { from, to, event } of ends) expect(to, `${from}: ${event.type}`).not.toBe(from)
})

test('whatever a user waits for can be given up, but for the start and the sign-out', () => {
  const pending = [...places].map(leafOf).filter((leaf) => isWaiting(leaf))
  expect(pending.length).toBeGreaterThan(25)
  for (const leaf of pending.filter((leaf) => !/^restoring|^signingOut|revokingAll/.test(leaf))) {
    const outs = steps.filter((step) => leafOf(step.from) === leaf && leafOf(step.to) !== leaf)
    const cancels = outs.filter(({ event }) => event.type.endsWith('.cancel'))
    expect(cancels.length, leaf).toBeGreaterThan(0)
  }
})

test('a challenge that is over leads back to sign-in, from wherever it is answered', () => {
  const over = steps.filter(
    ({ event }) =>
      event.type.startsWith('xstate.error') &&
      'error' in event &&
      /session is expired|Invalid session/.test(String(event.error)),
  )
  const answering = over.filter(({ event }) =>
    /respondToChallenge|verifySoftwareToken|associateSoftwareToken/.test(event.type),
  )
  expect(answering.length).toBeGreaterThan(10)
  for (const { from, to } of answering.filter(({ from }) => !from.startsWith('signedIn'))) {
    expect(leafOf(to), from).toBe('signIn.editing')
  }
})

test('who signs in inherits nothing that somebody else has left unfinished', () => {
  const signingIn = [...places].filter((place) => leafOf(place) === 'signIn.editing')
  expect(signingIn.length).toBeGreaterThan(0)
  const left = /newDevice|remember|contacts|totp|delivery/
  expect(signingIn.filter((place) => left.test(place))).toEqual([])
})

test('every event of every screen is taken somewhere', () => {
  const taken = new Set(steps.map(({ event }) => event.type))
  expect(Object.keys(events).filter((type) => !taken.has(type))).toEqual([])
})
