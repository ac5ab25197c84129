import { expect, onTestFinished, test } from 'vitest'
import { scriptedConfig as config } from '../../../testing/src/index.ts'
import { createAuth } from '../../src/index.ts'
import { settled } from '../support/sandbox-auth.ts'

type Rejected = Readonly<Partial<Record<'redirect' | 'cache' | 'credentials', unknown>>>

/** A `fetch` that throws at some members of `RequestInit`, before anything is sent. */
function strict(rejected: Rejected, isSync = false) {
  const sent: RequestInit[] = []
  const throwRejected = (init: RequestInit = {}) => {
    for (const [name, value] of Object.entries(rejected)) {
      const given = init[name as keyof Rejected]
      if (given === undefined || (value !== true && given !== value)) continue
      throw name === 'redirect'
        ? new TypeError('Invalid redirect value, must be one of "follow" or "manual"')
        : new Error(`The '${name}' field on 'RequestInitializerDict' is not implemented.`)
    }
    init.signal?.throwIfAborted()
  }
  const answer: typeof globalThis.fetch = async (_, init = {}) => {
    sent.push(init)
    return Response.json({
      CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', Destination: 'a***', AttributeName: 'email' },
    })
  }
  const fetch: typeof globalThis.fetch = isSync
    ? (input, init) => {
        throwRejected(init)
        return answer(input, init)
      }
    : async (input, init) => {
        throwRejected(init)
        return answer(input, init)
      }
  return { fetch, sent }
}

async function signUpAt(fetch: typeof globalThis.fetch) {
  const auth = createAuth({ config, fetch })
  onTestFinished(() => auth.stop())
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: 'ada' })
  await expect.poll(() => auth.getView().isPending).toBe(false)
  return auth.getView()
}

test.each([
  ['nothing', {}, { redirect: 'error', cache: 'no-store', credentials: 'omit' }],
  [
    "redirect: 'error'",
    { redirect: 'error' },
    { redirect: 'manual', cache: 'no-store', credentials: 'omit' },
  ],
  ['cache and credentials', { cache: true, credentials: true }, { redirect: 'error' }],
  [
    "all of them but redirect: 'manual'",
    { redirect: 'error', cache: true, credentials: true },
    { redirect: 'manual' },
  ],
  ['every one of them', { redirect: true, cache: true, credentials: true }, {}],
] as const)(
  'a fetch that rejects %s gets the options that it accepts',
  async (_, rejected, expected) => {
    for (const isSync of [false, true]) {
      const { fetch, sent } = strict(rejected, isSync)
      expect((await signUpAt(fetch)).route).toBe('resetPassword')
      expect(sent).toHaveLength(1)
      const [{ redirect, cache, credentials } = {}] = sent
      expect({ redirect, cache, credentials }).toEqual({
        redirect: undefined,
        cache: undefined,
        credentials: undefined,
        ...expected,
      })
    }
  },
)

test('a redirect is not followed where only "manual" is accepted', async () => {
  const { sent } = strict({})
  const fetch: typeof globalThis.fetch = async (_, init = {}) => {
    if (init.redirect === 'error') throw new TypeError('Invalid redirect value')
    init.signal?.throwIfAborted()
    sent.push(init)
    return new Response('', { status: 307, headers: { location: 'https://evil.example/' } })
  }
  const { route, failure } = await signUpAt(fetch)
  expect([route, failure?.code, failure?.message]).toEqual([
    'forgotPassword',
    'network',
    expect.stringContaining('redirect'),
  ])
  expect(sent).toHaveLength(1)
})

test('a fetch that throws before it sends anything is not the network', async () => {
  const { failure } = await signUpAt(() => {
    throw new TypeError('Illegal invocation')
  })
  expect(failure?.code).toBe('notConfigured')
})

test('a lost request is sent once', async () => {
  for (const message of [
    'Failed to fetch',
    'fetch failed',
    'Load failed',
    'Network request failed',
  ]) {
    let count = 0
    const { failure } = await signUpAt(async () => {
      count += 1
      throw new TypeError(message)
    })
    expect([failure?.code, count]).toEqual(['network', 1])
  }
})

test.each(['99999999999999', '1e300', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
  'Retry-After: %s is an hour',
  async (value) => {
    const { failure } = await signUpAt(async () => {
      return new Response('{}', { status: 429, headers: { 'retry-after': value } })
    })
    expect(failure?.code).toBe('throttled')
    const inMs = (failure?.retryAt ?? 0) - Date.now()
    expect(inMs).toBeGreaterThan(59 * 60_000)
    expect(inMs).toBeLessThanOrEqual(60 * 60_000)
  },
)

test('Retry-After counts in seconds, or is a date', async () => {
  const inOneMinute = new Date(Date.now() + 60_000).toUTCString()
  for (const value of ['60', inOneMinute]) {
    const { failure } = await signUpAt(async () => {
      return new Response('{}', { status: 429, headers: { 'retry-after': value } })
    })
    const inMs = (failure?.retryAt ?? 0) - Date.now()
    expect(inMs).toBeGreaterThan(50_000)
    expect(inMs).toBeLessThanOrEqual(60_000)
  }
})
