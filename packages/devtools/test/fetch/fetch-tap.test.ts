import { outcomes } from '@authchart/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FetchTap, tapFetch } from '../../src/fetch/fetch-tap.ts'
import { type KnownSecrets, knownSecrets } from '../../src/redaction/known-secrets.ts'
import { redactor } from '../../src/redaction/redactor.ts'
import { ringBuffer, type Trace } from '../../src/trace/ring-buffer.ts'

const original = globalThis.fetch
const seen: { input: unknown; init: RequestInit | undefined }[] = []
let respond: () => Promise<Response>
let trace: Trace
let tap: FetchTap
let secrets: KnownSecrets

const service: typeof globalThis.fetch = (input, init) => {
  seen.push({ input, init })
  return new Promise((resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    respond().then(resolve, reject)
  })
}

beforeEach(() => {
  seen.length = 0
  respond = async () => json({ ChallengeName: 'SMS_MFA', Session: 'session-canary' })
  globalThis.fetch = service
  trace = ringBuffer()
  secrets = knownSecrets()
  tap = tapFetch({
    record: trace.record,
    redactor: redactor(secrets),
    secrets,
    now: () => performance.now(),
    origins: ['https://login.example.com'],
  })
})

afterEach(() => {
  tap.uninstall()
  expect(globalThis.fetch).toBe(service)
  globalThis.fetch = original
})

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'x-amzn-requestid': 'request-1' } })

const request = (operation: string, body: object = {}, init: RequestInit = {}) =>
  fetch('https://cognito-idp.eu-west-1.amazonaws.com/', {
    method: 'POST',
    headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
    body: JSON.stringify(body),
    ...init,
  })

const lines = () => trace.events().map(({ id: _id, at: _at, ...event }) => event)
const tokens = outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'tokens')
const rejection = {
  kind: 'answer',
  status: 400,
  headers: {},
  body: { __type: 'a#LimitExceededException:x' },
} as const

test('each request and its answer: operation, status, type, challenge and time, and no body', async () => {
  respond = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    return json({ ChallengeName: 'SMS_MFA', Session: 'session-canary' })
  }
  const body = { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { PASSWORD: 'password-canary' } }
  const response = await request('InitiateAuth', body)
  expect(await response.json()).toMatchObject({ Session: 'session-canary' })
  respond = async () => json({ __type: 'NotAuthorizedException', message: 'x' }, 400)
  await request('RespondToAuthChallenge', { ChallengeName: 'SMS_MFA' })
  respond = async () => Promise.reject(new TypeError('Failed to fetch'))
  await expect(request('GetUser')).rejects.toThrow('Failed to fetch')

  const cognito = { lane: 'cognito' }
  expect(lines()).toMatchObject([
    {
      ...cognito,
      type: 'request',
      request: 1,
      operation: 'InitiateAuth',
      variant: 'USER_PASSWORD_AUTH',
    },
    {
      type: 'answer',
      request: 1,
      status: 200,
      errorType: null,
      challengeName: 'SMS_MFA',
      requestId: 'request-1',
      isInjected: false,
    },
    { type: 'request', request: 2, operation: 'RespondToAuthChallenge', variant: 'SMS_MFA' },
    { type: 'answer', request: 2, status: 400, errorType: 'NotAuthorizedException' },
    { type: 'request', request: 3, operation: 'GetUser', variant: null },
    { type: 'answer', request: 3, status: null, errorType: 'TypeError' },
  ])
  const [, answer] = trace.events()
  expect(answer?.type === 'answer' && answer.latencyMs).toBeGreaterThanOrEqual(25)
  expect(trace.exportJson()).not.toContain('canary')
})

test('the token endpoint of a hosted UI is seen, and nothing of other hosts', async () => {
  respond = async () => json({ access_token: 'token-canary' })
  const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'code-canary' })
  await fetch('https://login.example.com/oauth2/token', { method: 'POST', body })
  await fetch('https://pool.auth.eu-west-1.amazoncognito.com/oauth2/token', {
    method: 'POST',
    body,
  })
  expect(lines().filter(({ type }) => type === 'answer')).toMatchObject([
    { operation: 'oauth2/token', status: 200 },
    { operation: 'oauth2/token', status: 200 },
  ])
  expect(trace.exportJson()).not.toContain('canary')

  trace.clear()
  seen.length = 0
  const input = new URL('https://api.example.com/oauth2/token')
  const init = { method: 'POST', body: 'x' }
  await fetch(input, init)
  await fetch(input)
  expect(seen[0]?.input).toBe(input)
  expect(seen[0]?.init).toBe(init)
  expect(seen[1]).toEqual({ input, init: undefined })
  expect(trace.events()).toEqual([])
})

test('the next request is answered without being sent, and the one after that is', async () => {
  tap.answerNext('InitiateAuth', rejection)
  expect((await request('InitiateAuth')).status).toBe(400)
  expect(seen).toEqual([])
  expect(lines().at(-1)).toMatchObject({ errorType: 'LimitExceededException', isInjected: true })
  expect((await request('InitiateAuth')).status).toBe(200)
  tap.answerNext('*', { kind: 'drop' })
  await expect(request('GetUser')).rejects.toThrow('The connection was lost')
  expect(lines().at(-1)).toMatchObject({ errorType: 'TypeError', isInjected: true })
})

test('a pending request is answered, and the sent one is aborted', async () => {
  respond = () => new Promise(() => undefined)
  const response = request('InitiateAuth')
  await expect.poll(() => seen.length).toBe(1)
  expect(tap.pending).toEqual([{ request: 1, operation: 'InitiateAuth', isPaused: false }])
  expect(tap.answer(1, rejection)).toBe(true)
  expect((await response).status).toBe(400)
  expect(seen[0]?.init?.signal?.aborted).toBe(true)
  expect(tap.pending).toEqual([])
  expect(tap.answer(1, rejection)).toBe(false)
})

test('requests are paused, released, delayed, and still aborted by the app', async () => {
  const release = tap.pause('GetUser')
  const first = request('GetUser')
  await expect.poll(() => tap.pending).toMatchObject([{ isPaused: true }])
  await request('ListDevices')
  expect(seen).toHaveLength(1)
  release()
  expect((await first).status).toBe(200)

  const controller = new AbortController()
  tap.pause()
  const aborted = request('GetUser', {}, { signal: controller.signal })
  await expect.poll(() => tap.pending.length).toBe(1)
  controller.abort(new Error('Gone'))
  await expect(aborted).rejects.toThrow('Gone')
  expect(seen).toHaveLength(2)

  const startedAt = performance.now()
  tap.delay(60, 'SignUp')
  const late = request('SignUp')
  await expect.poll(() => tap.pending.length).toBe(1)
  tap.uninstall()
  await late
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(50)
})

test('a pending sign-in ends with an outcome of the catalogue, both of its requests', async () => {
  if (!tokens) throw new Error('The catalogue has no tokens')
  respond = () => new Promise(() => undefined)
  const response = request('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH' })
  await expect.poll(() => tap.pending.length).toBe(1)
  expect(await tap.answerWith(1, tokens)).toBe(true)
  expect(await (await response).json()).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER' })
  const answer = await (await request('RespondToAuthChallenge')).json()
  expect(answer).toHaveProperty('AuthenticationResult.IdToken')
  expect(seen).toHaveLength(1)
})

test('what was answered for a sign-in that was given up is not the answer to the next one', async () => {
  if (!tokens) throw new Error('The catalogue has no tokens')
  respond = () => new Promise(() => undefined)
  const first = request('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH' })
  await expect.poll(() => tap.pending.length).toBe(1)
  await tap.answerWith(1, tokens)
  await first
  respond = () => Promise.resolve(Response.json({ ChallengeName: 'PASSWORD_VERIFIER' }))
  await request('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH' })
  await request('RespondToAuthChallenge')
  expect(seen).toHaveLength(3)
})

test('each request of an operation is answered in the place of the service, until that ends', async () => {
  const end = tap.answerEach('GetUser', (request) => ({ ...rejection, status: 400 + request }))
  expect((await request('GetUser')).status).toBe(401)
  await request('ListDevices')
  const release = tap.pause('GetUser')
  const paused = request('GetUser')
  await expect.poll(() => tap.pending).toMatchObject([{ isPaused: true }])
  release()
  expect((await paused).status).toBe(403)
  expect(seen).toHaveLength(1)
  const answers = lines().filter(({ type }) => type === 'answer')
  expect(answers.map((answer) => 'isInjected' in answer && answer.isInjected)).toEqual([
    true,
    false,
    true,
  ])
  end()
  await request('GetUser')
  expect(seen).toHaveLength(2)
})

test('a request that is aborted while it is paused is not sent when it is released', async () => {
  const release = tap.pause()
  const controller = new AbortController()
  const given = request('GetUser', {}, { signal: controller.signal })
  await expect.poll(() => tap.pending.length).toBe(1)
  controller.abort(new Error('Gone'))
  await expect(given).rejects.toThrow('Gone')
  release()
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(seen).toEqual([])
})

test('needs nothing that React Native lacks', async () => {
  const { canParse } = URL
  const { any } = AbortSignal
  const { throwIfAborted } = AbortSignal.prototype
  Reflect.deleteProperty(URL, 'canParse')
  Reflect.deleteProperty(AbortSignal, 'any')
  Reflect.deleteProperty(AbortSignal.prototype, 'throwIfAborted')
  try {
    const given = new AbortController()
    expect((await fetch('/own/api')).status).toBe(200)
    expect((await request('InitiateAuth', {}, { signal: given.signal })).status).toBe(200)
    respond = () => new Promise(() => undefined)
    const response = request('InitiateAuth', {}, { signal: given.signal })
    await expect.poll(() => seen.length).toBe(3)
    given.abort(new Error('Given up'))
    await expect(response).rejects.toThrow('Given up')
    expect(seen[2]?.init?.signal?.aborted).toBe(true)
  } finally {
    URL.canParse = canParse
    AbortSignal.any = any
    AbortSignal.prototype.throwIfAborted = throwIfAborted
  }
})

test('a header that cannot be sent rejects, and does not throw', async () => {
  const response = fetch('/own/api', { headers: { 'bad name': 'x' } })
  await expect(response).rejects.toThrow(TypeError)
})

test('headers that can be read once only reach the service', async () => {
  const once = new Map([['x-amz-target', 'AWSCognitoIdentityProviderService.InitiateAuth']])
  const headers = once.entries() as unknown as [string, string][]
  await request('InitiateAuth', {}, { headers })
  expect(lines()[0]).toMatchObject({ type: 'request', operation: 'InitiateAuth' })
  expect(new Headers(seen[0]?.init?.headers).get('x-amz-target')).toMatch(/InitiateAuth$/)
})

test('the choice of a factor is no secret, the answer to a custom challenge is', async () => {
  const answered = (ChallengeName: string, ANSWER: string) =>
    request('RespondToAuthChallenge', {
      ChallengeName,
      ChallengeResponses: { USERNAME: 'ada', ANSWER },
      Session: `session-of-${ChallengeName}`,
    })
  await answered('SELECT_MFA_TYPE', 'SMS_MFA')
  await answered('CUSTOM_CHALLENGE', 'answer-canary')
  expect(secrets.has('SMS_MFA')).toBe(false)
  for (const secret of [
    'answer-canary',
    'session-of-SELECT_MFA_TYPE',
    'session-of-CUSTOM_CHALLENGE',
  ])
    expect(secrets.has(secret), secret).toBe(true)
})
