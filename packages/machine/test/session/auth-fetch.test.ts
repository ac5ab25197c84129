import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { toFailure } from '../../src/index.ts'
import { createPerson } from '../support/rendered-site.ts'
import {
  callCognito,
  control,
  createUser,
  email,
  openPage,
  type Page,
  password,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }

interface Api {
  readonly url: string
  /** The requests in order, with the status of each response. */
  readonly log: { token: string; body: string; status: number }[]
  /** Responds 401 to every request. */
  isRejecting: boolean
  delayMs: number
  /** Runs before each response. */
  before: () => Promise<void>
}

/** An API on loopback that lets Cognito judge the access token, as API Gateway would. */
async function openApi(page: Page): Promise<Api> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const token = String(request.headers.authorization).replace(/^Bearer /, '')
    await new Promise((resolve) => setTimeout(resolve, api.delayMs))
    await api.before()
    const { ok } = await callCognito(page, 'GetUser', { AccessToken: token })
    const status = ok && !api.isRejecting ? 200 : 401
    api.log.push({ token, body: Buffer.concat(chunks).toString(), status })
    response.writeHead(status).end(`${status}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/`
  const api: Api = { url, log: [], isRejecting: false, delayMs: 0, before: async () => {} }
  return api
}

async function signedIn() {
  const page = openPage()
  await createUser(page)
  const api = await openApi(page)
  const auth = page.load({ config, apiOrigins: [new URL(api.url).origin] })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  page.sent.length = 0
  return { page, auth, api }
}

/** Ends the life of the access token at Cognito, unseen by the page. */
const spoil = (page: Page) => control(page, '/clock', { advanceMs: hour })

test('adds the access token, or the ID token where that is wanted', async () => {
  const { auth, api } = await signedIn()
  const { accessToken, idToken } = await auth.getSession()
  expect((await auth.fetch(api.url)).status).toBe(200)
  await auth.fetch(new Request(api.url, { method: 'POST', body: 'x' }), { token: 'id' })
  expect(api.log).toEqual([
    { token: accessToken, body: '', status: 200 },
    { token: idToken, body: 'x', status: 401 },
  ])
})

test('waits for the restore, and refreshes first when that is due', async () => {
  const { page, api } = await signedIn()
  await spoil(page)
  expect((await page.load({ apiOrigins: 'any' }).fetch(api.url)).status).toBe(200)
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
})

test('a 401 is answered by one refresh and one more try with the same body, however many there are', async () => {
  const { page, auth, api } = await signedIn()
  // Its clock stands still, so that it takes its tokens for good.
  const now = page.sandbox.clock.now()
  const reloaded = page.load({ apiOrigins: 'any', clock: { now: () => now } })
  await settled(reloaded, 'signedIn')
  expect(auth.getView().route).toBe('signedIn')
  await spoil(page)
  const body = new Blob(['what was', ' posted'])
  const responses = await Promise.all(
    [1, 2, 3].map(() =>
      reloaded.fetch(api.url, {
        method: 'PUT',
        body: body.stream(),
        duplex: 'half',
      } as RequestInit),
    ),
  )
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  expect(new Set(api.log.map(({ body }) => body))).toEqual(new Set(['what was posted']))
})

test('an API that rejects every token costs one refresh, and its 401 reaches the caller', async () => {
  const { page, auth, api } = await signedIn()
  api.isRejecting = true
  const reloaded = page.load({ apiOrigins: 'any' })
  await settled(reloaded, 'signedIn')
  expect(auth).not.toBe(reloaded)
  expect(await (await reloaded.fetch(api.url)).text()).toBe('401')
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  // Tokens that were made just now are not made again.
  for (let round = 0; round < 3; round += 1) await reloaded.fetch(api.url)
  expect(page.sent).toEqual(['GetTokensFromRefreshToken'])
  expect(reloaded.getView().route).toBe('signedIn')
})

test('a clock that was set back under the page: tokens that it takes for brand-new are refreshed first', async () => {
  const { page, api } = await signedIn()
  let offset = 0
  const auth = page.load({
    apiOrigins: 'any',
    clock: { now: () => page.sandbox.clock.now() + offset },
  })
  await settled(auth, 'signedIn')
  await auth.getSession({ forceRefresh: true })
  await control(page, '/clock', { advanceMs: 2 * hour })
  offset = -3 * hour
  expect((await auth.fetch(api.url)).status).toBe(200)
  expect(api.log.map(({ status }) => status)).toEqual([200])
})

test('a 401 of one user is not tried again as the next one, with the body of the first', async () => {
  const { page, auth, api } = await signedIn()
  await createPerson(page, 'grace@example.com')
  const { accessToken } = await auth.getSession()
  let answer: (() => void) | undefined
  api.before = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  const response = auth.fetch(api.url, { method: 'POST', body: 'from the account of Ada' })
  await expect.poll(() => answer).toBeDefined()
  ;(await settled(auth, 'signedIn')).signOut()
  ;(await settled(auth, 'signIn')).submit({ username: 'grace@example.com', password })
  await settled(auth, 'signedIn')
  answer?.()
  expect((await response).status).toBe(401)
  expect(api.log).toEqual([{ token: accessToken, body: 'from the account of Ada', status: 401 }])
})

test('a 401 while Cognito cannot be reached is the 401, and the session stays', async () => {
  const { page, api } = await signedIn()
  api.isRejecting = true
  const auth = page.load({ apiOrigins: 'any' })
  await settled(auth, 'signedIn')
  await control(page, '/faults', { operation: 'GetTokensFromRefreshToken', drop: true })
  api.log.length = 0
  expect((await auth.fetch(api.url)).status).toBe(401)
  expect(api.log).toHaveLength(1)
  expect(auth.getView().route).toBe('signedIn')
})

test('a session that is over: the 401 comes through, and the screen says why', async () => {
  const { page, api } = await signedIn()
  const auth = page.load({ apiOrigins: 'any' })
  await settled(auth, 'signedIn')
  await callCognito(page, 'AdminUserGlobalSignOut', { Username: email })
  expect((await auth.fetch(api.url)).status).toBe(401)
  expect((await settled(auth, 'signIn')).failure?.code).toBe('sessionRevoked')
  expect(toFailure(await auth.fetch(api.url).catch((error) => error)).code).toBe('signedOut')
})

test.each([
  ['before it starts', 0, true],
  ['while the session is refreshed', 30, false],
  ['while the API thinks', 150, false],
])('aborts %s', async (when, afterMs, isBefore) => {
  const { page, api } = await signedIn()
  const auth = page.load({ apiOrigins: 'any' })
  await settled(auth, 'signedIn')
  if (when.includes('refreshed')) {
    await spoil(page)
    await control(page, '/faults', { operation: 'GetTokensFromRefreshToken', latencyMs: 2_000 })
  }
  api.delayMs = 2_000
  const controller = new AbortController()
  if (isBefore) controller.abort()
  else setTimeout(() => controller.abort(), afterMs)
  const start = Date.now()
  await expect(auth.fetch(api.url, { signal: controller.signal })).rejects.toMatchObject({
    name: 'AbortError',
  })
  expect(Date.now() - start).toBeLessThan(1_500)
  expect(auth.getView().route).toBe('signedIn')
})
