import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { type ApiOrigins, createAuth, toFailure } from '../../src/index.ts'
import { createUser, openPage, settled, submitSignIn } from '../support/sandbox-auth.ts'

afterEach(() => vi.unstubAllGlobals())

/** A signed-in user, and the requests that were sent to APIs. */
async function opened(apiOrigins?: ApiOrigins) {
  const page = openPage()
  await createUser(page)
  const sent: Request[] = []
  const auth = page.load({
    config: { authenticationFlowType: 'USER_PASSWORD_AUTH' },
    ...(apiOrigins && { apiOrigins }),
    fetch: async (input, init) => {
      if (!(input instanceof Request)) return page.sandbox.fetch(new URL(input), init)
      sent.push(input)
      return new Response('{}')
    },
  })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const outcome = (url: string) =>
    auth.fetch(url).then(
      ({ status }) => status,
      (error) => error.name,
    )
  return { auth, sent, outcome }
}

/** A page at an address. */
function at(href: string) {
  vi.stubGlobal('location', new URL(href))
  vi.stubGlobal('document', {})
}

test('without a page only the listed origins get a token', async () => {
  const { auth, sent, outcome } = await opened(['https://api.example.com', 'http://[::1]:8080/'])
  for (const url of [
    'https://api.example.com/a?b',
    'https://API.example.com',
    'http://[::1]:8080/',
  ]) {
    expect(await outcome(url)).toBe(200)
  }
  expect(sent.every(({ headers }) => headers.has('authorization'))).toBe(true)
  sent.length = 0
  for (const url of [
    'http://other.example',
    'http://api.example.com/',
    'https://api.example.com.evil.example/',
    'https://api.example.com:8443/',
    'https://api.example.community/',
    'https://evil.example/https://api.example.com',
    'https://api.example.com@evil.example/',
    'https:\\\\evil.example/',
    'data:text/plain,https://api.example.com/',
  ]) {
    expect([url, await outcome(url)]).toEqual([
      url,
      expect.stringMatching(/^(ApiOriginError|TypeError)$/),
    ])
  }
  expect(sent).toEqual([])
  const failure = toFailure(await auth.fetch('http://other.example/x').catch((error) => error))
  expect(failure).toMatchObject({
    code: 'notConfigured',
    message: expect.stringContaining("apiOrigins: ['http://other.example']"),
  })
})

test('a page sends a token to its own origin', async () => {
  const { outcome, sent } = await opened()
  expect(await outcome('https://shop.example/api')).toBe('ApiOriginError')
  at('https://shop.example/cart?x#y')
  expect(await outcome('https://shop.example/api')).toBe(200)
  expect(await outcome('https://api.shop.example/')).toBe('ApiOriginError')
  expect(await outcome('http://shop.example/api')).toBe('ApiOriginError')
  expect(sent).toHaveLength(1)
})

test('a developer may allow any', async () => {
  const { outcome } = await opened('any')
  expect(await outcome('http://other.example/')).toBe(200)
})

test('ports that go without saying make no other origin', async () => {
  const { outcome } = await opened(['https://a.example:443', 'http://b.example:80/'])
  expect(await outcome('https://a.example/x')).toBe(200)
  expect(await outcome('https://a.example:443/x')).toBe(200)
  expect(await outcome('http://b.example/x')).toBe(200)
  expect(await outcome('http://a.example:443/x')).toBe('ApiOriginError')
  expect(await outcome('https://b.example:80/x')).toBe('ApiOriginError')
})

test.each([null, {}, 'https://a.example', 'all'])('%j is no list of origins', (apiOrigins) => {
  const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
  const options = { config, apiOrigins: apiOrigins as unknown as ApiOrigins }
  expect(() => createAuth(options)).toThrow(/apiOrigins/)
})

test.each([
  'https://api.example.com?x',
  'https://api.example.com#x',
  'api.example.com',
  'https://api.example.com/v1',
  'https://a@b.example',
  '*',
  'null',
  '',
])('%j is no origin', (origin) => {
  const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
  expect(() => createAuth({ config, apiOrigins: [origin] })).toThrow(/apiOrigins/)
})

test('a redirect to another origin goes without the token', async () => {
  const seen: (string | undefined)[] = []
  const open = async (answer: (url: string | undefined) => [number, object]) => {
    const server = createServer(({ url, headers }, response) => {
      seen.push(headers.authorization)
      const [status, more] = answer(url)
      response.writeHead(status, { ...more }).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const other = await open(() => [200, {}])
  const api = await open((url) => [307, { location: url === '/x' ? `${api}/y` : `${other}/z` }])

  const page = openPage()
  await createUser(page)
  const auth = page.load({
    config: { authenticationFlowType: 'USER_PASSWORD_AUTH' },
    apiOrigins: [api],
    fetch: (input, init) =>
      input instanceof Request ? fetch(input, init) : page.sandbox.fetch(new URL(input), init),
  })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  expect((await auth.fetch(`${api}/x`)).status).toBe(200)
  expect(seen).toEqual([
    expect.stringMatching(/^Bearer /),
    expect.stringMatching(/^Bearer /),
    undefined,
  ])
})
