import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox, type SandboxServer } from '../../src/index.ts'
import { createClient, email } from '../support/client.ts'

let sandbox: Sandbox
let server: SandboxServer

beforeEach(async () => {
  sandbox = createSandbox()
  await createClient(sandbox).confirmed()
  server = await sandbox.listen()
})
afterEach(() => sandbox.close())

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: object | string
}

/** Sends headers that `fetch` would not. */
async function send({ method = 'GET', path = '/', headers = {}, body }: Sent) {
  const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers })
  sent.end(typeof body === 'string' ? body : JSON.stringify(body))
  const [response] = await once(sent, 'response')
  let text = ''
  for await (const part of response) text += part
  const allowed: unknown = response.headers['access-control-allow-origin']
  return { status: response.statusCode, allowed, text }
}

/** Sends a text unchanged, and returns the status line of the response. */
async function sendRaw(text: string) {
  const socket = connect(server.port, '127.0.0.1')
  socket.end(text)
  let answer = ''
  for await (const part of socket) answer += part
  return answer.split('\r\n')[0]
}

const userPool = 'AWSCognitoIdentityProviderService'
const identityPool = 'AWSCognitoIdentityService'

const operation = (target: string, body: object, headers: Record<string, string> = {}) =>
  send({ method: 'POST', headers: { 'x-amz-target': target, ...headers }, body })

const signed = { authorization: 'AWS4-HMAC-SHA256 anything' }
const rejected = { status: 403, allowed: undefined }

describe('the name that a request was sent to', () => {
  const paths = [
    '/_control/users',
    '/_control/outbox',
    '/login',
    '/oauth2/authorize',
    '/us-east-1_Sandbox01/.well-known/jwks.json',
    '/nothing',
  ]

  test.each([
    'evil.example',
    'evil.example:4800',
    'localhost.evil.example',
    'evillocalhost',
    '127.0.0.1.nip.io',
    '127.0.0.1.',
    '0.0.0.0',
    '10.0.0.1',
    '192.168.1.5:4800',
    '[::]',
    '[fe80::1]',
    'evil@localhost',
    'localhost/evil',
    'localhost, evil.example',
    'localhost:port',
    'evil.example#localhost',
  ])('%s is another machine for every path, method and operation', async (host) => {
    for (const path of paths) {
      const answer = await send({ path, headers: { host } })
      expect(answer, path).toMatchObject(rejected)
      expect(answer.text).not.toContain(email)
    }
    for (const method of ['POST', 'OPTIONS', 'DELETE', 'HEAD']) {
      expect(await send({ method, headers: { host } }), method).toMatchObject(rejected)
    }
    const target = `${userPool}.InitiateAuth`
    expect(await operation(target, {}, { host })).toMatchObject(rejected)
  })

  test.each([
    'localhost',
    'LOCALHOST:4800',
    'localhost.',
    'sandbox.localhost:80',
    'a.b.localhost',
    '127.0.0.1:1',
    '127.1.2.3',
    '[::1]:4800',
  ])('%s is this one', async (host) => {
    expect((await send({ path: '/_control/users', headers: { host } })).status).toBe(200)
  })

  test('is exactly one name, and the only one in the target', async () => {
    const get = (target: string, ...lines: string[]) =>
      sendRaw([`GET ${target} HTTP/1.1`, ...lines, 'Connection: close', '', ''].join('\r\n'))
    const path = '/_control/users'
    expect(await get(path, 'Host: localhost')).toContain(' 200 ')
    expect(await get(path, 'Host: localhost', 'Host: evil.example')).toMatch(/ 40[03] /)
    expect(await get(path, 'Host: evil.example', 'host: localhost')).toMatch(/ 40[03] /)
    expect(await get(path)).toContain(' 400 ')
    expect(await sendRaw(`GET ${path} HTTP/1.0\r\n\r\n`)).toContain(' 403 ')
    expect(await get(`http://evil.example${path}`, 'Host: localhost')).toContain(' 403 ')
    expect(await get(`http://localhost${path}`, 'Host: evil.example')).toContain(' 403 ')
    expect(await get(`http://localhost${path}`, 'Host: localhost')).toContain(' 200 ')
    expect(await get(`ftp://localhost${path}`, 'Host: localhost')).toContain(' 403 ')
    expect(await sendRaw('OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n')).toContain(' 403 ')
    // An invalid address gets a response too.
    expect(await get('http://localhost:99999/', 'Host: localhost')).toMatch(/ 40[03] /)
  })
})

const foreign = [
  'https://evil.example',
  'http://localhost.evil.example',
  'http://evil.example:4800',
  'https://localhost@evil.example',
  'http://192.168.1.5:5173',
  'null',
  'file://',
  'chrome-extension://abcdef',
  '',
]

const local = [
  'http://localhost:5173',
  'https://127.0.0.1:4173',
  'http://[::1]:80',
  'http://app.localhost',
]

describe('an operation that needs AWS credentials', () => {
  const { userPoolId: UserPoolId, identityPoolId: IdentityPoolId } = createSandbox().config
  const operations: [string, object][] = [
    [`${userPool}.AdminGetUser`, { UserPoolId, Username: email }],
    [
      `${userPool}.AdminSetUserPassword`,
      { UserPoolId, Username: email, Password: 'Ev1l-pass!', Permanent: true },
    ],
    [`${userPool}.ListUsers`, { UserPoolId }],
    [`${userPool}.UpdateUserPool`, { UserPoolId, MfaConfiguration: 'OFF' }],
    [`${identityPool}.ListIdentities`, { IdentityPoolId, MaxResults: 1 }],
    [`${identityPool}.DeleteIdentities`, { IdentityIdsToDelete: ['us-east-1:1'] }],
  ]

  test.each(operations)('%s is for this machine', async (target, body) => {
    for (const origin of foreign) {
      const answer = await operation(target, body, { ...signed, origin })
      expect(answer, origin).toMatchObject(rejected)
    }
    const hidden = { ...signed, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect(await operation(target, body, hidden)).toMatchObject(rejected)
    for (const origin of local) {
      const answer = await operation(target, body, { ...signed, origin })
      expect(answer, origin).toMatchObject({ status: 200, allowed: '*' })
    }
    expect((await operation(target, body, signed)).status).toBe(200)
  })

  test('is rejected wherever it is sent', async () => {
    const headers = { ...signed, origin: 'https://evil.example' }
    for (const path of ['/', '//', '/oauth2/other', '/us-east-1_Sandbox01/x']) {
      const target = { 'x-amz-target': `${userPool}.ListUsers` }
      const answer = await send({
        method: 'POST',
        path,
        headers: { ...headers, ...target },
        body: { UserPoolId },
      })
      expect(answer, path).toMatchObject(rejected)
    }
  })

  test('gets no leave beforehand', async () => {
    const preflight = (origin: string, requested: string, path = '/') =>
      send({
        method: 'OPTIONS',
        path,
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': requested,
        },
      })
    const evil = 'https://evil.example'
    expect(await preflight(evil, 'authorization,x-amz-target')).toMatchObject(rejected)
    expect(await preflight(evil, 'content-type', '/_control/clock')).toMatchObject(rejected)
    expect(await preflight('http://localhost:1', 'Authorization')).toMatchObject({ allowed: '*' })
    // What every app may do: operations of the app client, and userInfo with its bearer token.
    expect(await preflight(evil, 'content-type,x-amz-target')).toMatchObject({ allowed: '*' })
    expect(await preflight(evil, 'authorization', '/oauth2/userInfo')).toMatchObject({
      allowed: '*',
    })
  })
})

test.each(foreign)('the control address is not for %s', async (origin) => {
  const paths = ['outbox', 'users', 'pool', 'faults', 'challenges', 'identity-pool', 'nothing']
  for (const path of paths) {
    for (const method of ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await send({
        method,
        path: `/_control/${path}`,
        headers: { origin, 'content-type': 'text/plain' },
      })
      expect(answer, `${method} ${path}`).toMatchObject(rejected)
      expect(answer.text).not.toContain(email)
    }
  }
  for (const path of ['/_control', '/%5fcontrol/users', '/_control/%75sers']) {
    expect((await send({ path, headers: { origin } })).text, path).not.toContain(email)
  }
})

test('the control address is not for what a page of another origin embeds, but for links to it', async () => {
  const outbox = (headers: Record<string, string>) =>
    send({ path: '/_control/outbox', headers: { 'sec-fetch-site': 'cross-site', ...headers } })
  const referer = 'http://localhost:5173/'
  expect(await outbox({ 'sec-fetch-dest': 'script' })).toMatchObject(rejected)
  expect(await outbox({ 'sec-fetch-dest': 'iframe' })).toMatchObject(rejected)
  expect(await outbox({ 'sec-fetch-dest': 'image', referer: 'https://e.example/' })).toMatchObject(
    rejected,
  )
  expect((await outbox({ 'sec-fetch-dest': 'iframe', referer })).status).toBe(200)
  expect((await outbox({ 'sec-fetch-dest': 'document' })).status).toBe(200)
})

test('an app may be anywhere, as with the service', async () => {
  const origin = 'http://192.168.1.5:5173'
  const AuthParameters = { USERNAME: email, PASSWORD: 'Passw0rd!' }
  const { userPoolClientId: ClientId } = sandbox.config
  const body = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  const target = `${userPool}.InitiateAuth`
  expect(await operation(target, body, { origin })).toMatchObject({ status: 200, allowed: '*' })
  const path = '/us-east-1_Sandbox01/.well-known/jwks.json'
  expect(await send({ path, headers: { origin } })).toMatchObject({ status: 200, allowed: '*' })
})

test('a form of another origin does not sign in to the hosted UI', async () => {
  const form = 'username=jane%40example.com&password=Passw0rd!&_csrf=x'
  for (const path of ['/login', '/challenge', '/_idp/Google']) {
    for (const origin of foreign) {
      const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await send({ method: 'POST', path, headers, body: form })
      expect(answer, `${path} ${origin}`).toMatchObject(rejected)
    }
  }
})

test('a form cannot name an operation', async () => {
  const body = `X-Amz-Target=${userPool}.ListUsers`
  const answer = await send({ method: 'POST', headers: { 'content-type': 'text/plain' }, body })
  expect(answer.text).toContain('UnknownOperationException')
})

test('a fault with a long name has a short header', async () => {
  const { controlUrl, endpoint } = sandbox.config
  const fault = { operation: '*', type: 'X'.repeat(30_000), times: 1 }
  for (const [url, init] of [
    [endpoint, { method: 'POST', headers: { 'x-amz-target': `${userPool}.GetUser` } }],
    [
      `${endpoint}/oauth2/authorize?client_id=${sandbox.config.userPoolClientId}&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%2F`,
      { redirect: 'manual' },
    ],
    [`${endpoint}/oauth2/userInfo`, {}],
  ] as const) {
    const operation = url === endpoint ? '*' : new URL(url).pathname.slice(1)
    await fetch(`${controlUrl}/faults`, {
      method: 'POST',
      body: JSON.stringify({ ...fault, operation }),
    })
    expect((await fetch(url, init)).status).toBeGreaterThan(299)
  }
})

test('a rejection that names a long value has a short header', async () => {
  const { userPoolClientId: ClientId, endpoint } = sandbox.config
  for (const Username of ['x'.repeat(20_000), 'ö'.repeat(20_000)]) {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': `${userPool}.SignUp` },
      body: JSON.stringify({ ClientId, Username, Password: 'Passw0rd!' }),
    })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('x-amzn-errormessage')?.length).toBeLessThan(1001)
    expect(await answer.json()).toMatchObject({ __type: 'InvalidParameterException' })
  }
})
