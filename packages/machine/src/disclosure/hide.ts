import { type FailureRow, failureTable } from '../errors/failure-table.ts'
import { encodeBase64, encodeUtf8 } from '../platform/encode.ts'

const redacted = '[secret]'

/** Shorter secrets occur in any text. In characters. */
const shortest = 4

/** A part of a secret that is at least this long is hidden as well. In characters. */
const piece = 12

/** Only so many characters of a secret are searched for. */
const longest = 2_000

/** Replaces secrets, and long parts of them, in a text: plain, or encoded as a server may echo them. */
export function hide(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= shortest && !isOwnWord(secret))
    .flatMap(formsOf)
  // Whole secrets first: replacing a part would leave the rest of another form.
  const rest = forms.reduce((shown, form) => withoutForm(shown, form, form.length), text)
  return forms.reduce((shown, form) => withoutForm(shown, form, piece), rest)
}

/** Whether a word of the failure table contains the secret: a password like "password" would break its rules. */
function isOwnWord(secret: string): boolean {
  const word = secret.toLowerCase()
  const rows: readonly FailureRow[] = Object.values(failureTable).flat()
  const own = [...Object.keys(failureTable), ...rows.map(({ says = '' }) => says)]
  return own.some((text) => text.toLowerCase().includes(word))
}

/** The secret in JSON, in a form or URL, and in base64 at each of the three possible offsets. */
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

/** The characters that are not percent-encoded: in a form, in a part of a URL, and by RFC 3986. */
const unescaped = [/[\w.*-]/, /[\w.!~*'()-]/, /[\w.~-]/]

const escapeBytes = (bytes: Uint8Array, isPlain: RegExp) =>
  Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte)
    return isPlain.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`
  }).join('')

/** Quadratic: fast for the short texts that are shown, not meant for long ones. */
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

/** Lower case, with one base64 alphabet; every character keeps its index. */
function comparable(text: string): string {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text).replace(/-/g, '+').replace(/_/g, '/')
}
