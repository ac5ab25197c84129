import { expect, onTestFinished, test } from 'vitest'
import { user as person } from '../../../testing/src/catalogue/person.ts'
import { scriptedConfig as config, scriptedCognito } from '../../../testing/src/index.ts'
import { storedSession } from '../../../testing/src/scripted-cognito/storage-of.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { hide } from '../../src/disclosure/hide.ts'
import { presentable, presentableText } from '../../src/disclosure/presentable.ts'
import { type AuthFailure, type AuthOptions, createAuth, toFailure } from '../../src/index.ts'
import { gatherer } from '../support/gatherer.ts'
import { settled } from '../support/sandbox-auth.ts'

const password = 'Correct-horse-7'
const code = '314159'

/** All that an app sees of an auth: its events, failures and inspection. */
function watched(options: AuthOptions) {
  const { strings, gather } = gatherer()
  const failures: AuthFailure[] = []
  const auth = createAuth({ ...options, inspect: (event) => gather({ ...event }) })
  auth.on('failure', (event) => {
    failures.push(event.failure)
    gather(event)
  })
  onTestFinished(() => auth.stop())
  const seen = (secret: string) => [...strings].filter((text) => text.includes(secret))
  return { auth, failures, seen }
}

/** As axios has it: the request is on the error, as an object and as a text. */
function errorOfAxios(url: unknown, init: RequestInit = {}) {
  const request = { url, method: 'post', data: init.body, headers: init.headers }
  return Object.assign(new Error('Network Error'), {
    name: 'AxiosError',
    code: 'ERR_NETWORK',
    config: request,
    request,
    toJSON: () => ({ config: request }),
  })
}

/** As others have it: in a class of its own, behind a getter, in the message, in a cause, or as no error at all. */
const foreign: Readonly<Record<string, (url: unknown, init?: RequestInit) => unknown>> = {
  axios: errorOfAxios,
  ky: (url, init) =>
    Object.assign(new Error('Request timed out'), {
      name: 'TimeoutError',
      request: new Request(String(url), { ...init, signal: null }),
    }),
  'a getter': (_, init) =>
    Object.defineProperty(new Error('Failed'), 'options', { get: () => init, enumerable: true }),
  'the message': (_, init) => new Error(`Could not send ${init?.body}`),
  'a cause': (_, init) => new Error('Failed', { cause: new Error(`of ${init?.body}`) }),
  'a circle': (_, init) => {
    const error: Error & { body?: unknown } = Object.assign(new Error('x'), { body: init?.body })
    error.cause = error
    return error
  },
  'a text': (_, init) => String(init?.body),
  'an object': (_, init) => ({ name: 'HTTPError', message: 'Failed', body: init?.body }),
}

test.each(Object.entries(foreign))('a fetch that fails with its request: %s', async (_, fail) => {
  const { auth, failures, seen } = watched({
    config: { ...config, authenticationFlowType: 'USER_PASSWORD_AUTH' },
    storage: memoryStorage(),
    fetch: async (input, init) => {
      throw fail(input, init)
    },
  })
  ;(await settled(auth, 'signIn')).submit({ username: 'ada', password })
  const view = await settled(auth, 'signIn')
  expect(view.failure?.code).toBe('network')
  view.goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: 'ada' })
  await settled(auth, 'forgotPassword')
  await expect.poll(() => failures).toHaveLength(2)
  expect(seen('ada')).not.toEqual([])
  expect(seen(password)).toEqual([])
})

test('what a developer needs stays', async () => {
  const { auth, failures } = watched({
    config,
    storage: memoryStorage(),
    fetch: async (input, init) => {
      throw errorOfAxios(input, init)
    },
  })
  ;(await settled(auth, 'signIn')).submit({ username: 'ada', password })
  await settled(auth, 'signIn')
  const { cause } = Object(failures[0]?.cause)
  expect(cause).toMatchObject({ name: 'AxiosError', code: 'ERR_NETWORK', message: 'Network Error' })
  expect(cause).not.toHaveProperty('config')
})

test('ports of the app itself: neither their errors nor those of a storage have a secret', async () => {
  const cognito = scriptedCognito()
  const ports = cognitoPorts({ config, fetch: cognito.fetch, storage: memoryStorage() })
  const { auth, failures, seen } = watched({
    ports: {
      ...ports,
      userPool: {
        ...ports.userPool,
        signIn: async ({ password }) => {
          throw errorOfAxios('/sign-in', { body: `password=${password?.reveal()}` })
        },
        forgotPassword: async () => undefined,
        resetPassword: async ({ code, password }) => {
          throw new Error(`Rejected: ${code.reveal()}, ${password.reveal()}`)
        },
      },
    },
  })
  ;(await settled(auth, 'signIn')).submit({ username: 'ada', password })
  ;(await settled(auth, 'signIn')).goForgotPassword()
  ;(await settled(auth, 'forgotPassword')).submit({ username: 'ada' })
  ;(await settled(auth, 'resetPassword')).submit({ code, password })
  await expect.poll(() => failures).toHaveLength(2)
  expect(failures[1]?.message).toBe('Rejected: [secret], [secret]')
  expect(seen(password)).toEqual([])
  expect(seen(code)).toEqual([])
})

test('a storage that quotes what it rejects', async () => {
  const items = memoryStorage(new Map())
  const { auth, failures, seen } = watched({
    config: { ...config, authenticationFlowType: 'USER_PASSWORD_AUTH' },
    storage: {
      ...items,
      setItem: (key, value) => {
        throw Object.assign(new Error(`No room for ${key}=${value}`), { item: { key, value } })
      },
    },
    fetch: async () => {
      const { IdToken, AccessToken, RefreshToken } = tokens()
      return Response.json({ AuthenticationResult: { IdToken, AccessToken, RefreshToken } })
    },
  })
  ;(await settled(auth, 'signIn')).submit({ username: 'ada', password })
  await settled(auth, 'signIn')
  expect(failures[0]?.code).toBe('storageRefused')
  expect(failures[0]?.cause).toMatchObject({
    cause: { message: expect.stringContaining('No room for') },
  })
  for (const token of Object.values(tokens())) {
    expect(seen(token.slice(0, 20))).toEqual([])
    expect(seen(token.slice(-20))).toEqual([])
  }
})

function tokens() {
  const moment = { pool: config, now: Date.now(), serial: 1, nonce: '' }
  const [IdToken = '', AccessToken = '', RefreshToken = ''] = [
    'idToken',
    'accessToken',
    'refreshToken',
  ].map(
    (name) =>
      Object.entries(storedSession(person, moment)).find(([key]) => key.endsWith(name))?.[1],
  )
  return { IdToken, AccessToken, RefreshToken }
}

test.each([
  ['as it is', (secret: string) => `The password ${secret} was rejected`],
  ['in capitals', (secret: string) => `PASSWORD ${secret.toUpperCase()}`],
  ['in JSON', (secret: string) => `{"Password":${JSON.stringify(secret)}}`],
  ['in a URL', (secret: string) => `?password=${encodeURIComponent(secret)}`],
  ['in a form', (secret: string) => `${new URLSearchParams({ password: secret })}`],
  ['in base64', (secret: string) => btoa(unescape(encodeURIComponent(secret)))],
  [
    'within base64',
    (secret: string) => btoa(unescape(encodeURIComponent(`{"P":"${secret}","x":1}`))),
  ],
  ['in base64 of URLs', (secret: string) => Buffer.from(`ab${secret}`).toString('base64url')],
  ['quoted by Cognito', (secret: string) => `Value '${secret}' at 'password' failed`],
  ['twice', (secret: string) => `${secret}${secret}`],
])('a rejection that repeats a password %s', async (_, say) => {
  for (const secret of [password, 'pä "ss\\ wörd+1&=', "it's' at 'x"]) {
    const { auth, failures, seen } = watched({
      config: { ...config, authenticationFlowType: 'USER_PASSWORD_AUTH' },
      storage: memoryStorage(),
      fetch: async () =>
        Response.json({ __type: `Odd${secret}Exception`, message: say(secret) }, { status: 400 }),
    })
    ;(await settled(auth, 'signIn')).submit({ username: 'ada', password: secret })
    await settled(auth, 'signIn')
    expect(failures).toHaveLength(1)
    for (const form of [secret, say(secret)]) expect(seen(form), secret).toEqual([])
    const shown = failures[0]?.message ?? ''
    for (let at = 0; at + 6 <= secret.length; at += 1) {
      expect(shown.toLowerCase()).not.toContain(secret.slice(at, at + 6).toLowerCase())
    }
  }
})

test('pieces of a long secret are hidden, words of Cognito are not', () => {
  const session = 'AYABeC1-y8qooiuysEv0uM4wAqQAHQABAAdTZXJ2aWNlABBDb2duaXRvVXNlclBvb2xz'
  expect(hide(`Session ${session.slice(20, 44)}… is old`, [session])).toBe(
    'Session [secret]… is old',
  )
  expect(hide('Incorrect username or password.', ['password'])).toBe(
    'Incorrect username or password.',
  )
  expect(hide('The code 12 is wrong', ['12'])).toBe('The code 12 is wrong')
  expect(presentableText(`Bearer ${'eyJhbGciOi.'.repeat(9)}`)).toBe('Bearer [secret]')
})

test('names and codes of foreign errors have no secret, and ours keep their names', () => {
  const secret = 'Hunter22!'
  const foreign = Object.assign(new Error('No'), { name: `E ${secret}`, code: secret })
  expect(presentable(foreign, [secret])).toMatchObject({ name: 'E [secret]', code: '[secret]' })
  const own = Object.assign(new Error('No'), { name: 'NetworkError' })
  expect(toFailure(presentable(own, ['Network'])).code).toBe('network')
})

test('what is thrown is read at most, never run into', () => {
  const throwing = new Proxy(new Error('x'), {
    get: () => {
      throw new Error('no')
    },
  })
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  for (const thrown of [
    throwing,
    revoked.proxy,
    () => 'x',
    { message: {} },
    { name: Symbol('x') },
  ]) {
    expect(toFailure(thrown)).toMatchObject({ code: 'unknown', message: expect.any(String) })
  }
  const own = new DOMException('No answer', 'TimeoutError')
  expect(presentable(own)).toBe(own)
})
