import type { KeyValueStorage } from '../../ports/key-value-storage.ts'

type Cookies = Readonly<Record<string, string>>

/** The cookies of a page or of a request, with decoded names and values. */
export interface CookieJar {
  /** All cookies, read at once. */
  read(): Cookies
  set(name: string, value: string): void
  remove(name: string): void
  /** The probable reason why a cookie was not stored, in English; `undefined` when there is none. */
  whyRejected?(): string | undefined
}

/** In bytes. Browsers drop a cookie of more than 4096; some also count its attributes. */
const largestCookie = 4000
/** In bytes: for `.12` after the name and `13.` before the value. */
const roomForNumbers = 6

/**
 * A storage over cookies. A value that is too large for one cookie is split over `name.0`, `name.1` and
 * so on; the first begins with their number (`2.eyJr…`).
 *
 * @throws when the jar did not store or remove the cookie.
 */
export function chunkedCookies(jar: CookieJar): KeyValueStorage {
  function remove(names: readonly string[]) {
    for (const name of names) jar.remove(name)
  }

  return {
    getItem: (key) => valueIn(jar.read(), key),

    setItem(key, value) {
      const before = chunksOf(key, jar.read())
      const pieces = split(value, largestCookie - roomForNumbers - sizeOf(key))
      if (pieces.length === 1) {
        jar.set(key, value)
        remove(before)
      } else {
        // The first chunk is written last: until then a reader finds no value, instead of halves of two.
        remove(before)
        for (const [index, piece] of [...pieces.entries()].reverse()) {
          jar.set(`${key}.${index}`, index === 0 ? `${pieces.length}.${piece}` : piece)
        }
        jar.remove(key)
      }
      if (valueIn(jar.read(), key) !== value) throw new Error(rejection(jar.whyRejected?.()))
    },

    removeItem(key) {
      const cookies = jar.read()
      if (key in cookies) jar.remove(key)
      remove(chunksOf(key, cookies))
      if (valueIn(jar.read(), key) !== null) throw new Error('A cookie cannot be removed')
    },
  }
}

const rejection = (why: string | undefined) => `A cookie was rejected${why ? `: ${why}` : ''}`

function valueIn(cookies: Cookies, key: string): string | null {
  const whole = cookies[key]
  if (whole !== undefined) return whole
  const [, count, first] = /^(\d+)\.(.*)$/s.exec(cookies[`${key}.0`] ?? '') ?? []
  let value = first
  for (let index = 1; index < Number(count); index += 1) {
    const piece = cookies[`${key}.${index}`]
    if (piece === undefined) return null
    value += piece
  }
  return value ?? null
}

/** The names of the chunks of a value, in order. */
function chunksOf(key: string, cookies: Cookies): string[] {
  return Object.keys(cookies)
    .filter((name) => name.startsWith(`${key}.`) && /^\d+$/.test(name.slice(key.length + 1)))
    .sort()
}

function split(value: string, room: number): string[] {
  if (sizeOf(value) <= room) return [value]
  const pieces: string[] = []
  let free = 0
  for (const character of value) {
    const size = sizeOf(character)
    if (size > free) {
      pieces.push('')
      free = room
    }
    pieces[pieces.length - 1] += character
    free -= size
  }
  return pieces
}

/** The size in bytes when every character is percent-encoded: an upper limit. */
const sizeOf = (text: string) => encodeURIComponent(text).length
