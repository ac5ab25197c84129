import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, email, password } from '../support/client.ts'

let sandbox: Sandbox
let client: Client

beforeEach(() => {
  sandbox = createSandbox()
  client = createClient(sandbox)
})

async function page(path = '/outbox') {
  const response = await sandbox.fetch(`${sandbox.config.controlUrl}${path}`)
  return { response, html: await response.text() }
}

describe('/outbox', () => {
  test('lists newest first, and filters', async () => {
    await client.signUp('a@example.com')
    await client.signUp('b@example.com')
    expect((await client.outbox()).map(({ to }) => to)).toEqual(['b@example.com', 'a@example.com'])
    expect((await client.outbox('a@example.com')).map(({ to }) => to)).toEqual(['a@example.com'])
    expect(await client.outbox('c@example.com')).toEqual([])
  })

  test('shows people the same', async () => {
    await client.signUp()
    const { response, html } = await page()
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).toContain(`<code>${await client.lastCode(email)}</code>`)
    expect(html).toContain(`<strong>${email}</strong>`)
    expect(html).toContain('class="empty" hidden')
  })

  test('shows people the last 200, and programs all', async () => {
    for (let count = 0; count < 201; count += 1) {
      await client.admin('AdminCreateUser', {
        Username: `${count}@example.com`,
        TemporaryPassword: password,
      })
    }
    const { html } = await page()
    expect(html).toContain('the last 200 of 201')
    expect([html.includes('>200@example.com<'), html.includes('>0@example.com<')]).toEqual([
      true,
      false,
    ])
    expect(await client.outbox()).toHaveLength(201)
  })

  test('says when there is nothing', async () => {
    expect((await page()).html).toContain('class="empty">')
  })

  test('escapes what users wrote', async () => {
    const script = '"><script>alert(1)</script>@example.com'
    await client.signUp(script)
    for (const path of ['/outbox', `/outbox?to=${encodeURIComponent(script)}`]) {
      const { html } = await page(path)
      expect(html).toContain('&lt;script&gt;alert(1)')
      expect(html).not.toContain('<script>alert')
    }
  })
})

describe('/clock', () => {
  test('moves the time', async () => {
    const before = sandbox.clock.now()
    const { body } = await client.advance(3_600_000)
    const { now } = body as { now: number }
    expect(now - before).toBeGreaterThanOrEqual(3_600_000)
    expect(now - before).toBeLessThan(3_610_000)
    expect(sandbox.clock.advance(1000)).toBeGreaterThanOrEqual(now + 1000)
  })

  test('stops the time, until it is reset', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { body } = await client.control('POST', '/clock', { stop: true })
    vi.setSystemTime(Date.now() + 5000)
    const advanceMs = 1000
    expect((await client.control('POST', '/clock', { advanceMs })).body).toEqual({
      now: (body as { now: number }).now + advanceMs,
    })
    vi.setSystemTime(Date.now() + 5000)
    expect((await client.control('POST', '/clock', { stop: true })).body).toEqual({
      now: (body as { now: number }).now + advanceMs,
    })
    await client.control('POST', '/reset')
    expect(sandbox.clock.now()).toBe(Date.now())
  })

  test.each([
    { stop: false },
    { stop: 1, advanceMs: 1 },
    { stop: true, advanceMs: -1 },
    { advanceMs: -1 },
    { advanceMs: '5' },
    { advanceMs: null },
    { advanceMs: 1e300 },
    {},
    [],
    '{',
  ])('rejects %j', async (body) => {
    const answer = await client.control('POST', '/clock', body)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      __type: 'InvalidParameterException',
      message: expect.stringMatching(/milliseconds|JSON object|'stop' must be true/),
    })
    expect(() => sandbox.clock.advance(-1)).toThrow(RangeError)
  })
})

test('/reset brings everything back to the start', async () => {
  sandbox = createSandbox({ pool: { AccessTokenValidity: 30 } })
  client = createClient(sandbox)
  const { AccessToken, RefreshToken } = await client.signedIn()
  await client.advance(1_000_000)
  await client.control('PATCH', '/pool', { AccessTokenValidity: 10 })
  await client.control('POST', '/faults', { operation: '*', status: 500 })
  expect((await client.control('POST', '/reset')).body).toEqual({})
  expect(await client.outbox()).toEqual([])
  expect((await client.control('GET', '/users')).body).toEqual([])
  expect((await client.control('GET', '/faults')).body).toEqual([])
  expect((await client.control('GET', '/pool')).body).toMatchObject({ AccessTokenValidity: 30 })
  expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(1000)
  expect((await client.call('GetUser', { AccessToken })).status).toBe(400)
  const refresh = await client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken })
  expect(refresh.body.message).toBe('Invalid Refresh Token')
  expect((await client.signUp()).status).toBe(200)
})

test('/users shows users without their secrets', async () => {
  const sub = await client.confirmed()
  await client.signUp('other@example.com')
  const { body } = await client.control('GET', '/users')
  expect(body).toEqual([
    {
      username: sub,
      sub,
      status: 'CONFIRMED',
      enabled: true,
      attributes: { sub, email, email_verified: 'true' },
      groups: [],
      passkeys: [],
      createdAt: expect.any(Number),
      modifiedAt: expect.any(Number),
    },
    expect.objectContaining({ status: 'UNCONFIRMED' }),
  ])
})

describe('/pool', () => {
  test('changes options of the pool and the client at once', async () => {
    const patch = {
      UsernameAttributes: [],
      AliasAttributes: ['email'],
      PreventUserExistenceErrors: 'LEGACY',
      MfaConfiguration: 'OFF',
      Policies: { PasswordPolicy: { RequireSymbols: false } },
    }
    const { status, body } = await client.control('PATCH', '/pool', patch)
    expect(status).toBe(200)
    expect(body).toMatchObject(patch)
    expect((await client.signUp('jane', { Password: 'Passw0rds' })).status).toBe(200)
  })

  test.each([
    [{ Mfa: 'OFF' }, /^Unknown pool option 'Mfa'\. Known: (\w+, )*UsernameAttributes, /],
    [{ MfaConfiguration: 'ON' }, /At least one of \[SmsMfaConfiguration\]/],
    [{ SmsMfaConfiguration: { SmsAuthenticationMessage: 'no code' } }, /regular expression/],
    [{ AuthSessionValidity: 2 }, /greater than or equal to 3/],
    [{ EnableTokenRevocation: 'yes' }, /Expected a boolean at 'enableTokenRevocation'/],
    [{ AutoVerifiedAttributes: 'email' }, /Expected a list at 'autoVerifiedAttributes'/],
    [{ AliasAttributes: ['email'] }, /Only one of/],
    [[], /JSON object/],
  ])('rejects %j', async (patch, message) => {
    const { status, body } = await client.control('PATCH', '/pool', patch)
    expect(status).toBe(400)
    expect(body).toEqual({
      __type: expect.stringMatching(/Exception$/),
      message: expect.stringMatching(message),
    })
    expect((await client.signUp(email, { Password: password })).status).toBe(200)
  })
})

test('nothing else is there', async () => {
  const { status, headers, body } = await client.control('DELETE', '/users')
  expect(status).toBe(404)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(body).toMatchObject({ message: 'Nothing at DELETE /_control/users.' })
})

test('a page of another machine may not use the control address, one of this may', async () => {
  const sandbox = createSandbox()
  const from = (origin: string) =>
    sandbox.fetch(`${sandbox.config.controlUrl}/users`, { headers: { origin } })
  for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'null']) {
    expect((await from(origin)).status, origin).toBe(403)
  }
  for (const origin of ['http://localhost:5173', 'http://127.0.0.1:4173', 'http://[::1]:80']) {
    expect((await from(origin)).status, origin).toBe(200)
  }
})
