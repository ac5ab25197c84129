import { createHash } from 'node:crypto'
import { decodeJwt as joseDecodeJwt, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { abortReason, abortWith, throwIfAborted } from '../../src/platform/abort.ts'
import { decodeBase64 } from '../../src/platform/base64.ts'
import { decodeJwt } from '../../src/platform/decode-jwt.ts'
import { encodeBase64, encodeBase64Url, encodeUtf8 } from '../../src/platform/encode.ts'
import { sha256 } from '../../src/platform/sha256.ts'
import { decodeUtf8 } from '../../src/platform/utf8.ts'

const texts = [
  '',
  'a',
  'ab',
  'abc',
  'ü€😀',
  'Zoë 中文',
  '\u0000\u007f\u0080\u07ff\u0800\uffff\u{10ffff}',
]

test.each(texts)('UTF-8 of %j is that of TextEncoder', (text) => {
  expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text))
  expect(decodeUtf8(encodeUtf8(text))).toBe(text)
})

test('half of a surrogate pair is what TextEncoder makes of it', () => {
  for (const text of ['\ud800', 'a\udc00b', '\ud83d']) {
    expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text))
  }
})

test('base64 is that of Node, in both alphabets, with and without padding', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 89 + length * 7 + 250) & 0xff)
    const buffer = Buffer.from(bytes)
    expect(encodeBase64(bytes)).toBe(buffer.toString('base64'))
    expect(encodeBase64Url(bytes)).toBe(buffer.toString('base64url'))
    expect(decodeBase64(buffer.toString('base64'))).toEqual(bytes)
    expect(decodeBase64(buffer.toString('base64url'))).toEqual(bytes)
  }
  for (const bad of ['a', 'ab c', '$$$$', 'a===', 'é']) {
    expect(() => decodeBase64(bad)).toThrow(TypeError)
  }
})

describe.each([true, false])('with Web Crypto: %s', (hasWebCrypto) => {
  beforeEach(() => {
    const { getRandomValues } = crypto
    if (!hasWebCrypto) vi.stubGlobal('crypto', { getRandomValues })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test('SHA-256 is that of Node, of parts of every length', async () => {
    for (const lengths of [[], [0], [1], [55, 1], [64], [63, 2], [1_000, 0, 24]]) {
      const parts = lengths.map((length) => Uint8Array.from({ length }, (_, at) => (at * 7) & 0xff))
      const ofNode = createHash('sha256').update(Buffer.concat(parts)).digest()
      expect(Buffer.from(await sha256(...parts))).toEqual(ofNode)
    }
  })
})

describe('a token', () => {
  test('has the claims that jose reads', () => {
    const token = new UnsecuredJWT({ sub: 'ada', name: 'Zoë 😀', 'cognito:groups': ['a'] }).encode()
    expect(decodeJwt(`${token}x`)).toEqual(joseDecodeJwt(`${token}x`))
  })

  test.each([
    '',
    'opaque',
    'a.b',
    'a.b.c.d.e',
    `a.${btoa('[]')}.c`,
    `a.${btoa('null')}.c`,
    `a.${btoa('"text"')}.c`,
    'a..c',
    `a.${Buffer.from([0xff, 0xfe]).toString('base64url')}.c`,
    undefined as unknown as string,
  ])('that is none is a TypeError that does not quote it: %s', (token) => {
    expect(() => decodeJwt(token)).toThrow(new TypeError('This is not a JSON Web Token'))
  })
})

describe('a signal without reason and throwIfAborted', () => {
  const controller = () => {
    const signal = { aborted: false }
    return {
      signal,
      abort: () => {
        signal.aborted = true
      },
    } as unknown as AbortController
  }

  test('has the reason that it was aborted with first', () => {
    const one = controller()
    throwIfAborted(one.signal)
    const reason = new Error('too late')
    abortWith(one, reason)
    abortWith(one, new Error('another'))
    expect(abortReason(one.signal)).toBe(reason)
    expect(() => throwIfAborted(one.signal)).toThrow(reason)
  })

  test('is an AbortError when another caller has aborted it', () => {
    const one = controller()
    one.abort()
    expect(() => throwIfAborted(one.signal)).toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    )
  })
})
