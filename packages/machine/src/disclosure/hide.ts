import { type FailureRow, failureTable } from '../errors/failure-table.ts'
import { encodeBase64 } from '../platform/base64.ts'
import { encodeUtf8 } from '../platform/utf8.ts'

const redacted = '[secret]'

/** Shorter ones are part of any text. */
const shortest = 4

/** Of a long secret a piece of so many characters is hidden as well. */
const piece = 12

/** So much of a secret is looked for. */
const longest = 2_000

/** Replaces secrets, and long pieces of them, by value: as they are, or encoded as a server may echo them. */
export function hide(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= shortest && !isOwnWord(secret))
    .flatMap(formsOf)
  // Whole ones first: a piece of one form leaves the rest of another.
  const rest = forms.reduce((shown, form) => withoutForm(shown, form, form.length), text)
  return forms.reduce((shown, form) => withoutForm(shown, form, piece), rest)
}

/** A password like "password" is in the names and sentences by which rejections are understood. */
function isOwnWord(secret: string): boolean {
  const word = secret.toLowerCase()
  const rows: readonly FailureRow[] = Object.values(failureTable).flat()
  const own = [...Object.keys(failureTable), ...rows.map(({ says = '' }) => says)]
  return own.some((text) => text.toLowerCase().includes(word))
}

/** In JSON, in a form or URL, and in base64 at each of the three places where it may begin. */
function formsOf(whole: string): readonly string[] {
  const secret = whole.slice(0, longest)
  const bytes = encodeUtf8(secret)
  const escaped = unescaped.map((pattern) => escapeBytes(bytes, pattern))
  const inBase64 = ['', '-', '--'].map((before) =>
    encodeBase64(encodeUtf8(before + secret))
      .slice(before ? 4 : 0)
      .replace(/.?={1,2}$/, ''),
  )
  const inForms = escaped.map((text) => text.replace(/%20/g, '+'))
  return [secret, JSON.stringify(secret).slice(1, -1), ...escaped, ...inForms, ...inBase64]
}

/** What stays as it is in a form, in a part of a URL, and by RFC 3986. */
const unescaped = [/[\w.*-]/, /[\w.!~*'()-]/, /[\w.~-]/]

const escapeBytes = (bytes: Uint8Array, isKept: RegExp) =>
  Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte)
    return isKept.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`
  }).join('')

/** Quick for the short texts that are shown, and not meant for long ones. */
function withoutForm(text: string, form: string, longestPiece: number): string {
  const size = Math.min(form.length, longestPiece)
  if (size < shortest) return text
  const [where, what] = [text, form].map(comparable) as [string, string]
  let result = ''
  let end = 0
  for (let at = 0; at + size <= where.length; at += 1) {
    if (!what.includes(where.slice(at, at + size))) continue
    if (at >= end) result += text.slice(end, at) + redacted
    end = at + size
  }
  return result + text.slice(end)
}

/** In one case and in one base64, with every character in its place. */
function comparable(text: string): string {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text).replace(/-/g, '+').replace(/_/g, '/')
}
