import { Secret } from '@authchart/machine'
import { base64FormsOf } from './base64-forms.ts'
import { readingsOf } from './readings-of.ts'

/** Recognises secrets without storing them: hashes with a salt for each page, in memory only. */
export interface KnownSecrets {
  /** Takes note of every `Secret` in a value: an event, an input, an output. */
  note(value: unknown): void
  /** Takes note of a text that is one. */
  noteText(text: string): void
  /**
   * Whether a text is a secret that was noted, or has one anywhere in it: as it is, or as JSON, addresses,
   * forms and base64 write it.
   */
  has(text: string): boolean
  /** How many were noted so far: what was looked through with fewer is to be looked through again. */
  readonly count: number
}

/** Shorter ones are everywhere: `0`, `en`. */
const shortest = 4
/** Shorter ones may be a part of any word: they have to stand by themselves. */
const shortestWithin = 6
const deepest = 5
/** In a page that runs for days, the oldest are forgotten. */
const most = 10_000

/**
 * Every part of a text with the length of a noted secret is checked, wherever it stands. A rolling hash
 * makes that one multiplication or two for each character and each length: microseconds for the texts of a
 * trace.
 */
export function knownSecrets(): KnownSecrets {
  const hashes = new Set<number>()
  const noted = new WeakSet<object>()
  const bases = [oddAtRandom(), oddAtRandom()] as const
  /** By length: what the unit that leaves counts, when a hash of so many units moves on. */
  const lengths = new Map<number, Pair>()
  let count = 0

  function hashOf(text: string): number {
    let pair: Pair = [0, 0]
    for (let at = 0; at < text.length; at += 1) pair = rolled(pair, bases, text.charCodeAt(at))
    return joined(...pair)
  }

  function powersOf(length: number): Pair {
    let powers: Pair = [1, 1]
    for (let left = length; left > 0; left -= 1) powers = rolled(powers, bases, 0)
    return powers
  }

  /** The inner loop of all that is shown: it makes no objects. */
  function stands(text: string, length: number, [high, low]: Pair): boolean {
    const [one, other] = bases
    let first = 0
    let second = 0
    for (let end = 1; end <= text.length; end += 1) {
      const start = end - length
      const entering = text.charCodeAt(end - 1)
      const leaving = start > 0 ? text.charCodeAt(start - 1) : 0
      first = (Math.imul(first, one) + entering - Math.imul(leaving, high)) | 0
      second = (Math.imul(second, other) + entering - Math.imul(leaving, low)) | 0
      if (start < 0 || !hashes.has(joined(first, second))) continue
      if (length >= shortestWithin || isAlone(text, start, end)) return true
    }
    return false
  }

  /** `false`: it is known already. */
  function add(text: string): boolean {
    const hash = hashOf(text)
    if (hashes.has(hash)) return false
    hashes.add(hash)
    if (!lengths.has(text.length)) lengths.set(text.length, powersOf(text.length))
    const [oldest] = hashes
    if (hashes.size > most && oldest !== undefined) hashes.delete(oldest)
    return true
  }

  const noteText = (text: string) => {
    if (text.length < shortest || !add(text)) return
    base64FormsOf(text).forEach(add)
    count += 1
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
    has: (text) =>
      readingsOf(text).some((reading) =>
        [...lengths].some(
          ([length, powers]) => length <= reading.length && stands(reading, length, powers),
        ),
      ),
  }
}

/** Two hashes of 32 bits: they distinguish texts and need not resist an attack. */
type Pair = readonly [number, number]

const oddAtRandom = () => Math.floor(Math.random() * 2 ** 32) | 1

const rolled = ([high, low]: Pair, bases: Pair, unit: number): Pair => [
  (Math.imul(high, bases[0]) + unit) | 0,
  (Math.imul(low, bases[1]) + unit) | 0,
]

/** 53 bits: the largest exact integer of a number. */
const joined = (high: number, low: number) => 4294967296 * (high >>> 11) + (low >>> 0)

const inWords = /[\p{L}\d]/u

/** Neither a letter nor a digit is beside it. */
const isAlone = (text: string, start: number, end: number) =>
  !inWords.test(text.charAt(start - 1)) && !inWords.test(text.charAt(end))
