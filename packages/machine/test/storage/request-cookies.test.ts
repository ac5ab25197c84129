import Cookies from 'js-cookie'
import { expect, test, vi } from 'vitest'
import { cookieStorage } from '../../src/adapters/browser/index.ts'
import { requestCookies } from '../../src/adapters/server/index.ts'
import { ConfigError } from '../../src/index.ts'
import { openDocument } from '../support/browser-document.ts'
import {
  control,
  createUser,
  email,
  mustCallCognito,
  openPage,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const keys = [
  'plain',
  'P.client.ada@example.com.idToken',
  'P.client.+49151.idToken',
  `!#$%&'()*+,-./:;<=>?@[]^_\`{|}~"\\`,
  'ﾕｰｻﾞｰ (👩‍🚀)',
]
const values = ['v', 'eyJ.a-b_c.sig', '{"a": "1; 2, 3=4"}', '100%', '%41', '"', 'é👩‍🚀', '']

test('what js-cookie wrote is read', () => {
  const document = openDocument()
  for (const key of keys) {
    for (const value of values) {
      Cookies.set(key, value)
      expect(requestCookies(document.cookieHeader()).getItem(key), `${key}=${value}`).toBe(value)
    }
  }
})

test('what is written reaches the browser under the name that js-cookie gives it', () => {
  const document = openDocument()
  for (const key of keys) {
    Cookies.set(key, 'before', { path: '/', secure: true })
    const names = document.names()
    for (const value of values) {
      const request = requestCookies(document.cookieHeader())
      request.setItem(key, value)
      expect(request.getItem(key)).toBe(value)
      document.receive(request.setCookies)
      expect(document.names()).toEqual(names)
      expect(Cookies.get(key)).toBe(value)
    }
  }
})

test('what is removed is gone from the browser; what was not there is not mentioned', () => {
  const document = openDocument()
  cookieStorage().setItem('token', 'd'.repeat(9_000))
  cookieStorage().setItem('other', 'v')
  const request = requestCookies(document.cookieHeader())
  request.removeItem('token')
  request.removeItem('nothing')
  expect(request.getItem('token')).toBeNull()
  expect(request.setCookies).toHaveLength(3)
  document.receive(request.setCookies)
  expect(document.names()).toEqual(['other'])
})

test('split values pass both ways', () => {
  const document = openDocument()
  const browser = cookieStorage()
  browser.setItem('token', 'e'.repeat(9_000))
  for (const length of [13_000, 5_000, 100, 9_000]) {
    const request = requestCookies(document.cookieHeader())
    expect(request.getItem('token')).toBe(browser.getItem('token'))
    request.setItem('token', 'f'.repeat(length))
    document.receive(request.setCookies)
    expect(browser.getItem('token')).toBe('f'.repeat(length))
  }
})

test('the attributes are those of the browser’s cookies', () => {
  const one = requestCookies(undefined)
  one.setItem('k', 'v')
  expect(one.setCookies).toEqual(['k=v; Max-Age=31536000; Path=/; Secure; SameSite=Lax'])
  const other = requestCookies(null, {
    domain: 'example.com',
    path: '/shop',
    expires: 0.5,
    secure: false,
    sameSite: 'strict',
  })
  other.setItem('k', 'v')
  other.removeItem('k')
  // The one without a domain is of before there was one: it would be read instead.
  expect(other.setCookies).toEqual([
    'k=; Path=/shop; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Strict',
    'k=; Domain=example.com; Path=/shop; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Strict',
  ])
  expect(() => requestCookies('', { sameSite: 'none', secure: false })).toThrow(ConfigError)
})

test('on plain http the server sets `secure: false`, and the page needs no option', () => {
  const document = openDocument('http://192.168.1.7:3000/')
  cookieStorage().setItem('token', 'old')
  const request = requestCookies(document.cookieHeader(), { secure: false })
  request.setItem('token', 'new')
  document.receive(request.setCookies)
  expect(cookieStorage().getItem('token')).toBe('new')
  cookieStorage().removeItem('token')
  expect(document.names()).toEqual([])
})

test.each([
  '',
  ';',
  '=',
  '; ; =; ==;',
  'no value',
  '=no name',
  'a=%',
  'a=%E0%A4%A',
  '%=a',
  '%E0%A4%A=a',
  'a="unclosed',
  '__proto__=a; constructor=b; toString=c',
  'a=b\u0000\u0007\ud800; \ud800=1',
  `x=${'%'.repeat(200)}`,
  'a.0=99999999.x; a.1=y; b.0=-1.x; c.0=x; d.0=2.',
])('a header that is none does no harm: %j', (header) => {
  const request = requestCookies(`${header}; token=good`)
  expect(request.getItem('token')).toBe('good')
  expect(request.getItem('a')).not.toBe('good')
  expect(request.getItem('b')).not.toBe('x')
  request.setItem('token', 'new')
  request.removeItem('token')
  expect(request.setCookies).toHaveLength(1)
  expect(Object.prototype).not.toHaveProperty('a')
})

test('the first of two cookies of one name counts, as in the browser', () => {
  const header = 'a%40b=1; a@b=2; c=3; c=4'
  const request = requestCookies(header)
  expect(request.getItem('a@b')).toBe('1')
  expect(request.getItem('c')).toBe('3')
})

test('requests know nothing of each other', () => {
  const [one, other] = [requestCookies('token=1'), requestCookies('token=2')]
  one.setItem('token', 'changed')
  expect(other.getItem('token')).toBe('2')
  expect(other.setCookies).toEqual([])
})

test('a refresh on the server reaches the browser, and so does a sign-out', async () => {
  const page = openPage()
  await createUser(page)
  const document = openDocument()
  const inBrowser = page.load({ storage: cookieStorage() })
  await submitSignIn(inBrowser)
  await settled(inBrowser, 'signedIn')
  const { accessToken } = await inBrowser.getSession()
  inBrowser.stop()
  await control(page, '/clock', { advanceMs: 2 * 3_600_000 })

  vi.stubGlobal('document', undefined)
  const first = requestCookies(document.cookieHeader())
  const onServer = page.load({ storage: first })
  await settled(onServer, 'signedIn')
  const refreshed = (await onServer.getSession()).accessToken
  expect(refreshed).not.toBe(accessToken)
  onServer.stop()
  document.receive(first.setCookies)

  const second = requestCookies(document.cookieHeader())
  const later = page.load({ storage: second })
  const home = await settled(later, 'signedIn')
  expect((await later.getSession()).accessToken).toBe(refreshed)
  expect(second.setCookies).toEqual([])
  home.signOut()
  await settled(later, 'signIn')
  document.receive(second.setCookies)
  expect(document.cookieHeader()).toBe('')
})

test('a domain that is configured later replaces the cookies of the host', async () => {
  const page = openPage({
    pool: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } },
  })
  await createUser(page)
  const document = openDocument()
  const inBrowser = page.load({ storage: cookieStorage() })
  await submitSignIn(inBrowser)
  await settled(inBrowser, 'signedIn')
  inBrowser.stop()
  await control(page, '/clock', { advanceMs: 2 * 3_600_000 })
  vi.stubGlobal('document', undefined)

  async function request() {
    const cookies = requestCookies(document.cookieHeader(), { domain: 'example.com' })
    const auth = page.load({ storage: cookies })
    const { user } = await auth.ready()
    auth.stop()
    document.receive(cookies.setCookies)
    return user?.email
  }
  // The first refreshes; the spent tokens must not be those that the second finds.
  expect(await request()).toBe(email)
  expect(await request()).toBe(email)

  await mustCallCognito(page, 'AdminUserGlobalSignOut', { Username: email })
  await control(page, '/clock', { advanceMs: 2 * 3_600_000 })
  expect(await request()).toBeUndefined()
  expect(document.cookieHeader()).toBe('')
})

test('what comes after a proxy gets the header as the browser will send it', () => {
  const document = openDocument()
  cookieStorage().setItem('P.client.ada@example.com.idToken', 'g'.repeat(9_000))
  cookieStorage().setItem('gone', 'v')
  document.write('theirs=a%20"b"=c; path=/')
  const header = document.cookieHeader()
  const request = requestCookies(header)
  expect(request.cookieHeader).toBe(header)

  request.setItem('P.client.ada@example.com.idToken', 'h'.repeat(5_000))
  request.setItem('new', '1; 2')
  request.setItem('new', '3; 4')
  request.removeItem('gone')
  document.receive(request.setCookies)
  const sorted = (cookies: string) => cookies.split('; ').sort()
  expect(sorted(request.cookieHeader)).toEqual(sorted(document.cookieHeader()))
  expect(request.cookieHeader).toContain('theirs=a%20"b"=c')
  expect(requestCookies(request.cookieHeader).getItem('new')).toBe('3; 4')
})

test('a name that came twice has only the written cookie afterwards', () => {
  const request = requestCookies('a%40b=1;  ; a@b=2; no value; c=%; c=4', { domain: 'example.com' })
  request.setItem('a@b', 'new')
  expect(request.cookieHeader).toBe('no value; c=%; c=4; a%40b=new')
  request.removeItem('a@b')
  expect(request.cookieHeader).toBe('no value; c=%; c=4')
  expect(requestCookies(undefined).cookieHeader).toBe('')
})

test('a refresh in a proxy is the last one: what comes after it has the new tokens', async () => {
  const page = openPage({
    pool: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } },
  })
  await createUser(page)
  const first = requestCookies('')
  const signingIn = page.load({ storage: first })
  await submitSignIn(signingIn)
  await settled(signingIn, 'signedIn')
  signingIn.stop()
  await control(page, '/clock', { advanceMs: 2 * 3_600_000 })

  const inProxy = requestCookies(first.cookieHeader)
  const proxy = page.load({ storage: inProxy })
  await proxy.ready()
  proxy.stop()
  expect(inProxy.setCookies).not.toEqual([])

  const inComponent = requestCookies(inProxy.cookieHeader)
  const component = page.load({ storage: inComponent })
  expect(await component.ready()).toMatchObject({ user: { email: expect.any(String) } })
  expect(inComponent.setCookies).toEqual([])
  component.stop()

  const stale = page.load({ storage: requestCookies(first.cookieHeader) })
  expect(await stale.ready()).toMatchObject({ failure: { code: 'sessionRevoked' } })
  stale.stop()
})
