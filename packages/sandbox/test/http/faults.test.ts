import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Fault, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, errorOf } from '../support/client.ts'

let sandbox: Sandbox
let client: Client

beforeEach(() => {
  sandbox = createSandbox()
  client = createClient(sandbox)
})
afterEach(() => sandbox.close())

const add = (fault: Fault) => client.control('POST', '/faults', fault)

const post = (operation = 'GetUser') =>
  sandbox.fetch(sandbox.config.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
    body: '{}',
  })

test('a chosen exception, for as many requests as said', async () => {
  await add({
    operation: 'SignUp',
    times: 2,
    type: 'TooManyRequestsException',
    message: 'Rate exceeded',
  })
  const throttled = [400, 'TooManyRequestsException', 'Rate exceeded']
  expect(errorOf(await client.send('GetUser'))).not.toEqual(throttled)
  expect(errorOf(await client.signUp())).toEqual(throttled)
  expect((await client.control('GET', '/faults')).body).toMatchObject([{ times: 1 }])
  const second = await client.signUp()
  expect(errorOf(second)).toEqual(throttled)
  expect(second.headers.get('x-amzn-errortype')).toBe('TooManyRequestsException:')
  expect((await client.signUp()).status).toBe(200)
})

test.each<[Partial<Fault>, number, string, string]>([
  [{ status: 503, body: '<html>Down</html>' }, 503, '<html>Down</html>', 'text/html'],
  [{ status: 500 }, 500, '', 'application/x-amz-json-1.1'],
  [{ body: 'null' }, 200, 'null', 'application/x-amz-json-1.1'],
  [{ body: null }, 200, 'null', 'application/x-amz-json-1.1'],
  [{ body: '' }, 200, '', 'application/x-amz-json-1.1'],
  [
    { status: 400, body: { message: 'no type' } },
    400,
    '{"message":"no type"}',
    'application/x-amz-json-1.1',
  ],
  [{ status: 429, type: 'X' }, 429, '{"__type":"X"}', 'application/x-amz-json-1.1'],
  [{ status: 204 }, 204, '', 'application/x-amz-json-1.1'],
])('the raw answer of %j', async (fault, status, body, type) => {
  await add({ operation: '*', ...fault })
  const response = await post()
  expect([response.status, await response.text()]).toEqual([status, body])
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test('headers of its own, as a firewall sends them', async () => {
  const headers = { 'X-Amzn-Waf-Action': 'challenge', 'Content-Type': 'text/plain' }
  await add({ operation: '*', status: 202, headers })
  const response = await post()
  expect([response.status, await response.text()]).toEqual([202, ''])
  expect(response.headers.get('x-amzn-waf-action')).toBe('challenge')
  expect(response.headers.get('content-type')).toBe('text/plain')
  for (const wrong of [{ 'a b': 'c' }, { a: 1 }, { a: 'b\nc' }, [], 'a']) {
    const rejected = await client.control('POST', '/faults', {
      operation: '*',
      status: 202,
      headers: wrong,
    })
    expect(rejected.body).toMatchObject({
      message: expect.stringMatching(/^'headers' must be /),
    })
  }
})

test('latency is real, and the request goes on', async () => {
  await add({ operation: 'SignUp', times: 1, latencyMs: 60 })
  const start = performance.now()
  expect((await client.signUp()).status).toBe(200)
  expect(performance.now() - start).toBeGreaterThanOrEqual(55)
})

test('a dropped connection is a TypeError in-process', async () => {
  await add({ operation: '*', times: 1, drop: true })
  await expect(post()).rejects.toThrow(new TypeError('fetch failed'))
  expect((await post()).status).toBe(400)
})

test('a dropped connection is a closed socket over HTTP, and the server lives on', async () => {
  const { config } = await sandbox.listen()
  await add({ operation: '*', times: 1, drop: true })
  const send = () => fetch(config.endpoint, { method: 'POST', body: '{}', headers: target })
  const target = { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' }
  await expect(send()).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } })
  expect((await send()).status).toBe(400)
})

test('faults are used up in order, and cleared', async () => {
  await add({ operation: '*', times: 1, status: 500 })
  await add({ operation: 'GetUser', status: 503 })
  expect([(await post()).status, (await post()).status]).toEqual([500, 503])
  expect((await client.control('DELETE', '/faults')).body).toEqual({})
  expect((await post()).status).toBe(400)
})

describe('input', () => {
  test.each([
    [{}, "'operation' is missing."],
    [{ operation: 5, drop: true }, "'operation' must be an operation's name, or '*'."],
    [{ operation: '*' }, 'A fault needs one of latencyMs, drop, status, type, body.'],
    [{ operation: '*', times: 0, drop: true }, "'times' must be a whole number, 1 or more."],
    [{ operation: '*', status: 99 }, "'status' must be an HTTP status, 200 to 599."],
    [{ operation: '*', latency: 5 }, /^Unknown fault member 'latency'\. Known: operation, times/],
    ['{', 'The body must be a JSON object.'],
  ])('%j is rejected', async (fault, message) => {
    const { status, body } = await client.control('POST', '/faults', fault)
    expect(status).toBe(400)
    expect(body).toEqual({
      __type: 'InvalidParameterException',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
    expect((await client.control('GET', '/faults')).body).toEqual([])
  })
})
