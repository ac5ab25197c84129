import { hide } from './hide.ts'

/** The most that is looked at of a text from outside, and the most of it that is shown. */
const longest = 2_000
const mostShown = 1_000

/** No word is so long, but a token is. */
const token = /[\w\-.+=]{64,}/g

/** What others say, ready to be shown: cut to a limit, without secrets or tokens. */
export function presentableText(text: string, secrets: readonly string[] = []): string {
  // Cut first, so that nothing here takes long; and then to less, so that no half of a secret is left at the end.
  const hidden = hide(text.slice(0, longest), secrets).replace(token, '[secret]')
  return hidden.length > mostShown ? `${hidden.slice(0, mostShown)}…` : hidden
}

/** Anything more on an error may be the request: axios and ky keep it there. */
const shown = ['name', 'code', 'status', 'retryAt', 'rejection'] as const
const bare: ReadonlySet<unknown> = new Set([...shown, 'message', 'stack', 'cause'])

/**
 * What may be seen of an error that others have made: name, message, code, and the same of its cause.
 * An error that has nothing else stays itself. Never throws.
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

/** Where the AWS SDK keeps the status of an answer. */
const sdkStatus = ({ $metadata }: { $metadata?: unknown }) =>
  ($metadata as { httpStatusCode?: unknown } | undefined)?.httpStatusCode

/** Short and no object; or what we know of a rejection, which is made of such. */
function isLabel(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= mostShown
  if (typeof value !== 'object' || value === null) return typeof value !== 'function'
  return Object.values(value).every((part) => typeof part !== 'object' && isLabel(part))
}
