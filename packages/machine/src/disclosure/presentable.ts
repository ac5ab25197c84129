import { hide } from './hide.ts'

/** The most characters that are read of a text from outside, and the most that are shown. */
const longest = 2_000
const mostShown = 1_000

/** A token: no word is so long. */
const token = /[\w\-.+=]{64,}/g

/** A text from outside, made safe to show: without secrets or tokens, and not too long. */
export function presentableText(text: string, secrets: readonly string[] = []): string {
  // The first cut bounds the time; the second, shorter one leaves no half of a secret at the end.
  const hidden = hide(text.slice(0, longest), secrets).replace(token, '[secret]')
  return hidden.length > mostShown ? `${hidden.slice(0, mostShown)}…` : hidden
}

/** The fields of an error that may be shown. Others may have the request, as in axios and ky. */
const shown = ['name', 'code', 'status', 'retryAt', 'rejection'] as const
const bare: ReadonlySet<unknown> = new Set([...shown, 'message', 'stack', 'cause'])

/**
 * A copy of a foreign error with only name, message, code, and the same fields of its cause. An error that
 * has nothing else is returned itself. Never throws.
 */
export function presentable(error: unknown, secrets: readonly string[] = [], depth = 3): unknown {
  if (typeof error === 'string') return presentableText(error, secrets)
  if (typeof error === 'function' || depth === 0) return undefined
  if (typeof error !== 'object' || error === null) return error
  try {
    const fields = error as Readonly<Record<string, unknown>>
    const { message = '' } = fields
    const text = presentableText(String(message), secrets)
    const cause = presentable(fields.cause, secrets, depth - 1)
    const labels = shown
      .map((name) => [name, fields[name] ?? (name === 'status' ? sdkStatus(fields) : undefined)])
      .filter(([, label]) => label !== undefined)
      .map(([name, label]) => [name, typeof label === 'string' ? hide(label, secrets) : label])
    const isBare =
      labels.every(([name, label]) => isLabel(label) && label === fields[String(name)]) &&
      Reflect.ownKeys(error).every((key) => bare.has(key))
    if (isBare && text === message && cause === fields.cause) return error
    return Object.assign(
      new Error(text, cause ? { cause } : {}),
      Object.fromEntries(labels.filter(([, label]) => isLabel(label))),
    )
  } catch {
    return new Error('What was thrown cannot be read')
  }
}

/** The HTTP status of a response, as errors of the AWS SDK have it. */
const sdkStatus = ({ $metadata }: { $metadata?: unknown }) =>
  ($metadata as { httpStatusCode?: unknown } | undefined)?.httpStatusCode

/** Whether a field may be shown: a short value, or a `Rejection`, whose fields are short values. */
function isLabel(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= mostShown
  if (typeof value !== 'object' || value === null) return typeof value !== 'function'
  return Object.values(value).every((part) => typeof part !== 'object' && isLabel(part))
}
