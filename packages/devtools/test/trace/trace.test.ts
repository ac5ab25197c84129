import { Secret } from '@authchart/machine'
import { expect, test } from 'vitest'
import { knownSecrets } from '../../src/redaction/known-secrets.ts'
import { redactor } from '../../src/redaction/redactor.ts'
import { selfCheck } from '../../src/redaction/self-check.ts'
import { ringBuffer } from '../../src/trace/ring-buffer.ts'

const jwt = `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.c2lnbmF0dXJl`
const said = (name: string) =>
  ({ type: 'event', name, source: null, target: null, payload: {} }) as const

test('the ring keeps the last events, in order, frozen', () => {
  const trace = ringBuffer(100)
  const heard: number[] = []
  trace.subscribe((event) => void (event && heard.push(event.id)))
  for (let count = 0; count < 10_000; count += 1) trace.record('user', said('go.signUp'))
  const events = trace.events()
  expect(events).toHaveLength(100)
  expect(trace.dropped).toBe(9_900)
  expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, at) => 9_901 + at))
  expect(heard).toHaveLength(10_000)
  expect(events.every((event) => Object.isFrozen(event))).toBe(true)
})

test('paused, it records nothing; cleared, it goes on counting', () => {
  const trace = ringBuffer(10)
  trace.record('user', said('one'))
  trace.pause()
  expect(trace.record('user', said('two'))).toBe(0)
  trace.resume()
  trace.clear()
  expect(trace.record('user', said('three'))).toBe(2)
  expect(trace.events()).toHaveLength(1)
})

test('a trace is exported and read again; anything else is rejected', () => {
  const trace = ringBuffer(10)
  trace.record('user', said('one'))
  trace.record('machine', { type: 'inspectorFailed', error: 'RangeError' })
  const other = ringBuffer(10)
  other.importJson(trace.exportJson())
  expect(other.events()).toEqual(trace.events())
  expect(other.isPaused).toBe(true)
  const invalid = ['', 'null', '{}', '{"format":"authchart-trace","version":1,"events":[{"id":1}]}']
  for (const json of invalid) expect(() => other.importJson(json)).toThrow(TypeError)
  expect(other.events()).toHaveLength(2)
})

test('what is not listed is hidden, and no secret passes for being listed', () => {
  const { show } = redactor(knownSecrets())
  const value = {
    password: new Secret('hunter2-canary'),
    username: 'hunter2-canary',
    message: "The code 'hunter2-canary' is wrong",
    hint: jwt,
    key: 'Aa1'.repeat(20),
    extra: 'canary',
    nested: { deep: 'canary' },
    groups: ['admins', 'hunter2-canary'],
  }
  const rule = {
    password: 'show',
    username: 'show',
    message: 'show',
    hint: 'show',
    key: 'show',
    nested: 'show',
    groups: 'show',
  } as const
  const shown = show(rule, value)
  expect(shown).toEqual({
    password: '[secret]',
    username: '[hidden]',
    message: '[hidden]',
    hint: '[hidden]',
    key: '[hidden]',
    extra: '[hidden]',
    nested: '[hidden]',
    groups: ['admins', '[hidden]'],
  })
  expect(show(undefined, 'anything')).toBe('[hidden]')
  expect(show('show', 'us-east-1_5f0c1d2e-0000-4000-8000-0000000000ff')).toMatch(/^us-east-1/)
})

test('the self-check finds what slipped through, says where and not what', () => {
  const trace = ringBuffer()
  const secrets = knownSecrets()
  secrets.note({ code: new Secret('654321') })
  trace.record('user', said('go.signUp'))
  expect(selfCheck(trace.events(), secrets)).toEqual({ ok: true, found: [] })
  trace.record('user', { ...said('signIn.submit'), payload: { username: `x ${jwt}` } })
  trace.record('user', { ...said('signIn.submit'), payload: { username: 'typed 654321' } })
  trace.record('user', { ...said('signIn.submit'), payload: { deep: [{ key: 'Aa1'.repeat(20) }] } })
  const { ok, found } = selfCheck(trace.events(), secrets)
  expect(ok).toBe(false)
  expect(found).toEqual([
    { id: 2, path: 'payload.username', why: 'jwt' },
    { id: 3, path: 'payload.username', why: 'secret' },
    { id: 4, path: 'payload.deep.0.key', why: 'token' },
  ])
})

test('a secret is known anywhere in a text, a short one only by itself', () => {
  const secrets = knownSecrets()
  const texts = ['Correct-horse-7', '123456', 'a pass phrase', 'blue', 'é1!/x:y', 'x'.repeat(600)]
  for (const text of texts) secrets.note({ value: new Secret(text) })
  const quoting = [
    'PreSignUp failed with error password Correct-horse-7 given.',
    'Code 123456.',
    'code:123456!',
    'Not a pass phrase, but',
    'https://x.example/é1!/x:y/z',
    'blue',
    'Is it blue?',
    `${'.'.repeat(700)}Correct-horse-7`,
    `${'x'.repeat(600)}y`,
  ]
  const { text } = redactor(secrets)
  const trace = ringBuffer()
  for (const one of quoting) {
    expect(text(one), one).toBe('[hidden]')
    trace.record('user', { ...said('signIn.submit'), payload: { username: one } })
  }
  expect(selfCheck(trace.events(), secrets).found).toHaveLength(quoting.length)
  const others = ['Correct-horse-', 'Code 12345.', 'bluebell', 'aubergine blues', '123 456', '']
  for (const one of others) expect(text(one)).toBe(one)
})

test('a secret is known as others write it: in JSON, in addresses, in forms, in base64', () => {
  const secrets = knownSecrets()
  for (const text of ['Pa"ss w0rd&x!7', 'grün+blau~1', '\ud800 half', 'a?>b?>c'])
    secrets.note({ value: new Secret(text) })
  const texts = [
    'Failed with {"password":"Pa\\"ss w0rd&x!7"}.',
    'https://x.example/?p=Pa%22ss%20w0rd%26x!7&q',
    'user=ada&password=Pa%22ss+w0rd%26x%217',
    'Basic UGEic3MgdzByZCZ4ITc=',
    'gr%C3%BCn%2Bblau~1',
    'gr%C3%BCn%2Bblau%7E1',
    'Z3LDvG4rYmxhdX4x',
    String.raw`\ud800 half`,
    String.raw`{\"password\":\"Pa\\\"ss w0rd&x!7\"}`,
    String.raw`Pa\u0022ss w0rd\u0026x!7`,
    'gr%c3%bcn+blau~1',
    encodeURIComponent(JSON.stringify({ password: 'Pa"ss w0rd&x!7' })),
    '%E4%20Pa%22ss%20w0rd%26x!7',
    '%E4%50a%22ss%20w0rd%26x!7',
    'YT8+Yj8+Yw',
    'YT8-Yj8-Yw',
  ]
  const { text } = redactor(secrets)
  for (const one of texts) expect(text(one), one).toBe('[hidden]')
  for (const one of ['Pa%22ss', 'UGEic3M']) expect(text(one)).toBe(one)
})

test('an event without its fields is no event; one of a type that is not known here is shown', () => {
  const file = (event: object) =>
    JSON.stringify({
      format: 'authchart-trace',
      version: 1,
      events: [{ id: 1, at: 1, lane: 'machine', ...event }],
    })
  const wrong = [
    { type: 'context' },
    { type: 'context', changes: { user: null } },
    { type: 'attached', leaf: 'idle', context: {}, actors: [1] },
    { type: 'transition', event: 'x', from: 'a', to: 7, source: '', branch: 0, guard: null },
    { type: 'ignored', name: 'x', leaf: 'a', candidates: [null], repeats: null },
    { type: 'actor.failed', actor: 'signIn' },
    { type: 'timer.fired' },
  ]
  const trace = ringBuffer()
  for (const event of wrong) expect(() => trace.importJson(file(event))).toThrow(/cannot be read/)
  trace.importJson(file({ type: 'of.tomorrow' }))
  expect(trace.events()).toHaveLength(1)
})
