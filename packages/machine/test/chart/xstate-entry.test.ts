import { afterEach, expect, expectTypeOf, test, vi } from 'vitest'
import { type Auth, type AuthEmitted, createAuth } from '../../src/index.ts'
import { actorOf, pathOf } from '../../src/xstate.ts'

const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
const auth = createAuth({ config })

afterEach(() => vi.restoreAllMocks())

test('actorOf returns the running actor of an auth', () => {
  expect(actorOf(auth).getSnapshot().status).toBe('active')
  expect(actorOf(auth)).toBe(actorOf(auth))
  expect(pathOf(actorOf(auth).getSnapshot())).toMatch(/^(restoring|signIn)\./)
})

test('actorOf finds the actor through a proxy and in a copy', () => {
  expect(actorOf(new Proxy(auth, {}))).toBe(actorOf(auth))
  expect(actorOf({ ...auth })).toBe(actorOf(auth))
})

test('actorOf rejects an object that createAuth has not created', () => {
  expect(() => actorOf({} as never)).toThrow(
    new TypeError('actorOf() needs what createAuth() returned'),
  )
})

test('an auth shows no member that is XState’s', () => {
  expect(Object.keys(auth)).not.toContain('actor')
  expect(Object.keys(auth)).toContain('on')
})

test('on calls listeners until they unsubscribe, by type or for all', () => {
  const own = createAuth({ config })
  const seen: string[] = []
  const listening = own.on('signUp.submitted', (event) => {
    expectTypeOf(event).toEqualTypeOf<Extract<AuthEmitted, { type: 'signUp.submitted' }>>()
    seen.push(event.username)
  })
  own.on('*', (event) => {
    expectTypeOf(event).toEqualTypeOf<AuthEmitted>()
    seen.push(event.type)
  })
  emit(own, { type: 'signUp.submitted', username: 'ada' })
  expect(seen).toEqual(['ada', 'signUp.submitted'])
  listening.unsubscribe()
  emit(own, { type: 'signUp.submitted', username: 'ada' })
  expect(seen).toEqual(['ada', 'signUp.submitted', 'signUp.submitted'])
})

test('a listener that throws does not stop the others', () => {
  vi.useFakeTimers()
  const own = createAuth({ config })
  const seen: string[] = []
  own.on('signUp.submitted', () => {
    throw new Error('A bug of the app')
  })
  own.on('signUp.submitted', ({ username }) => seen.push(username))
  emit(own, { type: 'signUp.submitted', username: 'ada' })
  expect(seen).toEqual(['ada'])
  expect(() => vi.runAllTimers()).toThrow('A bug of the app')
  vi.useRealTimers()
})

/** As an action of the chart emits it. */
function emit(auth: Auth, event: AuthEmitted) {
  Reflect.get(actorOf(auth), '_actorScope').emit(event)
}
