import { Secret } from '@authchart/machine'

/** Knows secrets again without keeping them: hashes, salted anew for each page, in memory only. */
export interface KnownSecrets {
  /** Takes note of every `Secret` in a value: an event, an input, an output. */
  note(value: unknown): void
  /** Takes note of a text that is one. */
  noteText(text: string): void
  /** Whether a text is a secret that was noted, or has one among its words. */
  has(text: string): boolean
  /** How many were noted so far: what was looked through with fewer is to be looked through again. */
  readonly count: number
}

/** Shorter ones are everywhere: `0`, `en`. */
const shortest = 4
const deepest = 5
/** Of a page that runs for days, the oldest are forgotten. */
const most = 10_000
/** What stands between the words of a message, an address or JSON. */
const between = /[\s"'`<>()[\]{},;=&?]+/

export function knownSecrets(): KnownSecrets {
  const hashes = new Set<number>()
  const noted = new WeakSet<object>()
  const salt = Math.floor(Math.random() * 2 ** 32)
  let count = 0
  const isNoted = (text: string) => text.length >= shortest && hashes.has(hashOf(text, salt))

  const noteText = (text: string) => {
    if (text.length < shortest) return
    const hash = hashOf(text, salt)
    if (hashes.has(hash)) return
    hashes.add(hash)
    count += 1
    const [oldest] = hashes
    if (hashes.size > most && oldest !== undefined) hashes.delete(oldest)
  }

  function noteAll(value: unknown) {
    if (typeof value === 'string') noteText(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(noteAll)
  }

  function note(value: unknown, depth = 0) {
    if (typeof value !== 'object' || value === null || depth > deepest) return
    if (value instanceof Secret) {
      if (noted.has(value)) return
      noted.add(value)
      noteAll(value.reveal())
      return
    }
    for (const part of Object.values(value)) note(part, depth + 1)
  }

  return {
    note: (value) => note(value),
    noteText,
    get count() {
      return count
    },
    has: (text) => isNoted(text) || (between.test(text) && text.split(between).some(isNoted)),
  }
}

/** 53 bits by two multiplicative hashes; it has to tell texts apart, not to withstand anybody. */
function hashOf(text: string, salt: number): number {
  let high = 0xdeadbeef ^ salt
  let low = 0x41c6ce57 ^ salt
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
