import { CookieStorage } from 'amazon-cognito-identity-js'
import { expect, test, vi } from 'vitest'
import { cookieStorage, webStorage } from '../../src/adapters/browser/index.ts'
import { parseConfig } from '../../src/cognito/config/config.ts'
import { ConfigError } from '../../src/index.ts'
import { openDocument } from '../support/browser-document.ts'

const usernames = [
  'ada',
  'ada@example.com',
  '+4915112345678',
  'Ada (admin); role=1, 100%',
  'ﾕｰｻﾞｰ 👩‍🚀',
  `!#$%&'()*+,-./:;<=>?@[]^_\`{|}~"\\`,
]
const keyOf = (username: string) => `CognitoIdentityServiceProvider.client.${username}.idToken`

test.each(usernames)('the cookies of %s are those of identity-js', (username) => {
  const key = keyOf(username)
  const value = `eyJ.${username}.sig`
  const document = openDocument()
  new CookieStorage().setItem(key, value)
  const theirs = document.cookieHeader()
  const ours = cookieStorage()
  expect(ours.getItem(key)).toBe(value)
  ours.removeItem(key)
  expect(document.cookieHeader()).toBe('')

  ours.setItem(key, value)
  expect(document.cookieHeader()).toBe(theirs)
  expect(new CookieStorage().getItem(key)).toBe(value)
  new CookieStorage().removeItem(key)
  expect(ours.getItem(key)).toBeNull()
})

test('the attributes are the given ones, and the defaults of identity-js', () => {
  openDocument()
  const write = vi.spyOn(document, 'cookie', 'set')
  const in90Days = new Date(Date.now() + 90 * 86_400_000).toUTCString().slice(0, 16)
  const in365Days = new Date(Date.now() + 365 * 86_400_000).toUTCString().slice(0, 16)
  cookieStorage().setItem('k', 'v')
  expect(write.mock.lastCall?.[0]).toMatch(
    new RegExp(`^k=v; path=/; expires=${in365Days}.*; secure; sameSite=lax$`),
  )
  const options = {
    domain: 'example.com',
    path: '/',
    expires: 90,
    secure: false,
    sameSite: 'strict',
  } as const
  cookieStorage(options).setItem('k', 'v')
  expect(write.mock.lastCall?.[0]).toMatch(
    new RegExp(`^k=v; path=/; domain=example.com; expires=${in90Days}.*; sameSite=strict$`),
  )
})

test.each([
  ['http://localhost:5173/', {}, false],
  ['http://127.0.0.1:5173/', {}, false],
  ['http://192.168.1.7:5173/', {}, false],
  ['https://shop.example.com/', {}, true],
  ['http://localhost:5173/', { secure: undefined }, false],
  ['http://localhost:5173/', { secure: true }, true],
  ['http://localhost:5173/', { sameSite: 'none' }, true],
  ['https://shop.example.com/', { secure: false }, false],
] as const)('on %s with %j a cookie is secure: %s', (url, options, isSecure) => {
  openDocument(url)
  const write = vi.spyOn(document, 'cookie', 'set')
  const byConfiguration = parseConfig({
    userPoolId: 'eu-west-1_Ab',
    userPoolClientId: 'client',
    cookieStorage: options,
  }).cookieStorage
  for (const given of [options, byConfiguration]) {
    write.mockImplementationOnce(() => undefined)
    try {
      cookieStorage(given).setItem('token', 'v')
    } catch {
      // The write itself is of interest.
    }
    expect(write.mock.lastCall?.[0].includes('; secure')).toBe(isSecure)
  }
})

test('on plain http a session is stored without an option', () => {
  openDocument('http://192.168.1.7:5173/')
  const storage = cookieStorage()
  storage.setItem('token', 'v')
  expect(cookieStorage().getItem('token')).toBe('v')
  storage.removeItem('token')
  expect(storage.getItem('token')).toBeNull()
})

test('what is too large for a cookie is split, and nothing of it stays', () => {
  const document = openDocument()
  const storage = cookieStorage()
  const small = 'a'.repeat(3_500)
  const large = [...Array(12_000).keys()].map((index) => index % 10).join('')
  const larger = `${large}.${large}`
  const awkward = '"é;👩‍🚀'.repeat(900)

  storage.setItem('token', small)
  expect(document.names()).toEqual(['token'])
  storage.setItem('other', 'untouched')
  for (const value of [large, larger, awkward, large]) {
    storage.setItem('token', value)
    expect(document.names()).not.toContain('token')
    expect(document.names().length).toBeGreaterThan(2)
    expect(storage.getItem('token')).toBe(value)
  }
  storage.setItem('token', small)
  expect(document.names().sort()).toEqual(['other', 'token'])
  expect(storage.getItem('token')).toBe(small)

  storage.setItem('token', larger)
  storage.removeItem('token')
  expect(document.names()).toEqual(['other'])
  expect(storage.getItem('token')).toBeNull()
})

test('while a value grows over several cookies, the one before it is read', () => {
  openDocument()
  const storage = cookieStorage()
  storage.setItem('token', 'small')
  const { set } = Object.getOwnPropertyDescriptor(document, 'cookie') ?? {}
  const seen: unknown[] = []
  vi.spyOn(document, 'cookie', 'set').mockImplementation((cookie) => {
    seen.push(storage.getItem('token'))
    set?.(cookie)
  })
  storage.setItem('token', 'b'.repeat(9_000))
  expect(seen).toEqual(['small', 'small', 'small', 'small'])
  expect(storage.getItem('token')).toBe('b'.repeat(9_000))
})

test('half of a split value is none', () => {
  const document = openDocument()
  const storage = cookieStorage()
  storage.setItem('token', 'c'.repeat(9_000))
  document.write('token.1=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/')
  expect(storage.getItem('token')).toBeNull()
  document.write('token.0=99999999999.tampered; path=/')
  expect(storage.getItem('token')).toBeNull()
  document.write('token.0=tampered; path=/')
  expect(storage.getItem('token')).toBeNull()
  storage.removeItem('token')
  expect(document.names()).toEqual([])
})

test('a cookie that the browser rejects is thrown', () => {
  const document = openDocument('http://shop.example.com/')
  expect(() => cookieStorage({ secure: true }).setItem('token', 'v')).toThrow('rejected')
  const storage = cookieStorage({ secure: false })
  storage.setItem('token', 'v')
  expect(() => cookieStorage({ secure: false, path: '/a' }).setItem('token', 'w')).toThrow()
  expect(document.cookieHeader()).toBe('token=v')
})

test.each([
  [
    'http://shop.example.com:8080/?code=1',
    { secure: true },
    '"secure" is true, and the page is http://shop.example.com:8080',
  ],
  [
    'https://shop.example.com/',
    { domain: 'Example.org' },
    '"domain" is "Example.org", and the page is https://shop.example.com',
  ],
  [
    'https://shop.example.com/cart?code=1',
    { path: '/car' },
    '"path" is "/car", and the page is https://shop.example.com/cart',
  ],
])('the page at %s throws why it cannot have cookies with %j', (url, options, why) => {
  openDocument(url)
  const write = () => cookieStorage(options).setItem('token', 'v')
  expect(write).toThrow(new Error(`A cookie was rejected: ${why}`))
})

test('a rejection without a visible reason names none', () => {
  openDocument('https://shop.example.com/cart/1')
  vi.spyOn(document, 'cookie', 'set').mockImplementation(() => undefined)
  for (const options of [{}, { domain: '.Example.com' }, { path: '/cart' }, { path: '/cart/' }]) {
    const write = () => cookieStorage(options).setItem('token', 'v')
    expect(write).toThrow(new Error('A cookie was rejected'))
  }
})

test('a cookie that cannot be removed is thrown', () => {
  const document = openDocument('https://shop.example.com/cart/')
  document.write('token=v; path=/cart/')
  expect(() => cookieStorage().removeItem('token')).toThrow('cannot be removed')
})

test('a domain takes over from the cookies of before there was one', () => {
  const document = openDocument()
  cookieStorage().setItem('token', 'host value')
  const storage = cookieStorage({ domain: 'example.com' })
  storage.setItem('token', 'domain value')
  expect(storage.getItem('token')).toBe('domain value')
  storage.removeItem('token')
  expect(document.cookieHeader()).toBe('')

  cookieStorage().setItem('token', 'host value')
  storage.removeItem('token')
  expect(document.cookieHeader()).toBe('')
})

test.each([
  [{ sameSite: 'none', secure: false }, /sameSite.*secure/],
  [{ sameSite: 'Lax' }, /sameSite.*"Lax"/],
  [{ expires: 0 }, /expires.* 0/],
  [{ expires: '365' }, /expires.*"365"/],
  [{ expires: Number.NaN }, /expires/],
  [{ secure: 'yes' }, /secure.*"yes"/],
  [{ domain: 'example.com; path=/' }, /domain/],
  [{ domain: 7 }, /domain/],
  [{ path: 'shop' }, /path.*"shop"/],
  [{ path: '/; secure' }, /path/],
  [{ domian: 'example.com' }, /"cookieStorage\.domian" is not known; known are domain, path/],
  [{ httpOnly: true }, /"cookieStorage\.httpOnly" cannot be: the page itself/],
  [null, /not an object/],
])('wrong options are said: %j', (options, message) => {
  const create = () => cookieStorage(options as never)
  expect(create).toThrow(ConfigError)
  expect(create).toThrow(message)
})

test('none with secure, and an empty domain, are right', () => {
  const document = openDocument()
  cookieStorage({ sameSite: 'none', domain: '', path: '' }).setItem('k', 'v')
  expect(document.cookieHeader()).toBe('k=v')
})

test('on a server every storage is memory, each for itself', () => {
  const shared = new Map<string, string>()
  const ofProcess = {
    getItem: (key: string) => shared.get(key) ?? null,
    setItem: (key: string, value: string) => void shared.set(key, value),
    removeItem: (key: string) => void shared.delete(key),
  }
  vi.stubGlobal('localStorage', ofProcess)
  vi.stubGlobal('sessionStorage', ofProcess)
  for (const open of [
    () => webStorage('localStorage'),
    () => webStorage('sessionStorage'),
    () => cookieStorage(),
  ]) {
    const [one, other] = [open(), open()]
    one.setItem('k', 'v')
    expect(one.getItem('k')).toBe('v')
    expect(other.getItem('k')).toBeNull()
  }
  expect(shared.size).toBe(0)
  vi.unstubAllGlobals()
})
