import type { Words } from './words.ts'

type Language = Pick<Words, 'language'>

/** A number with the digits and separators of the language: `1,000`. */
export function numberText({ language }: Language, value: number): string {
  return new Intl.NumberFormat(language).format(value)
}

/**
 * The time that is left, with its preposition: `in 30 seconds`, `za 5 minut`. From two minutes on it is in minutes, from two
 * hours on in hours, each rounded up.
 *
 * @param seconds 0 or more
 */
export function secondsText({ language }: Language, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(language)
  const minutes = seconds / 60
  if (minutes < 2) return format.format(Math.max(0, Math.ceil(seconds)), 'second')
  if (minutes < 120) return format.format(Math.ceil(minutes), 'minute')
  return format.format(Math.ceil(minutes / 60), 'hour')
}

/** Texts in a row: `a, b, and c`. */
export function listText({ language }: Language, texts: readonly string[]): string {
  return new Intl.ListFormat(language).format(texts)
}

/**
 * A date with its time, e.g. when a device was last used, in the time zone of the browser or server: `Nov 30, 2026, 6:50 AM`.
 *
 * @param ms since the epoch
 */
export function dateText({ language }: Language, ms: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(ms)
}

/**
 * Text from elsewhere, e.g. an e-mail address or a phone number, inside a text that is written from right to left: it has its own
 * direction (U+2068, U+2069), so that `+1 555` stays as it is.
 */
export function isolate({ direction }: Pick<Words, 'direction'>, text: string): string {
  return direction === 'rtl' ? `\u2068${text}\u2069` : text
}
