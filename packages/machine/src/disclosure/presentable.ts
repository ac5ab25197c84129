import { hide } from './hide.ts'

/** The most that is looked at of a text from outside, and the most of it that is shown. */
const longest = 2_000
const mostShown = 1_000
const mostShownOfName = 100

/** No word is so long, but a token is. */
const token = /[\w\-.+=]{64,}/g

/** What others say, ready to be shown: cut to a limit, without secrets or tokens. */
export function presentableText(text: string, secrets: readonly string[] = []): string {
  // Cut first, so that nothing here takes long; and then to less, so that no half of a secret is left at the end.
  const hidden = hide(text.slice(0, longest), secrets).replace(token, '[secret]')
  return hidden.length > mostShown ? `${hidden.slice(0, mostShown)}…` : hidden
}

/** Anything more on an error may be the request: axios and ky keep it there. */
const shown: ReadonlySet<unknown> = new Set([
  'name',
  'message',
  'stack',
  'code',
  'status',
  'retryAt',
  'cause',
])

/**
 * What may be seen of an error that others have made: name, message, code, and the same of its cause.
 * An error that has nothing else stays itself. Never throws.
 */
export function presentable(error: unknown, secrets: readonly string[] = [], depth = 3): unknown {
  if (typeof error === 'string') return presentableText(error, secrets)
  if (typeof error === 'function' || depth === 0) return undefined
  if (typeof error !== 'object' || error === null) return error
  try {
    const {
      name,
      message = '',
      code,
      status,
      retryAt,
      cause,
    }: Record<string, unknown> = error as Record<string, unknown>
    const text = presentableText(String(message), secrets)
    const shownCause = presentable(cause, secrets, depth - 1)
    const labels = Object.entries({ name, code, status, retryAt }).filter(
      ([, label]) => label !== undefined,
    )
    const shownLabels = labels.filter(([, label]) => isLabel(label))
    const isBare = Reflect.ownKeys(error).every((key) => shown.has(key))
    if (isBare && text === message && shownCause === cause && shownLabels.length === labels.length)
      return error
    return Object.assign(
      new Error(text, shownCause ? { cause: shownCause } : {}),
      Object.fromEntries(shownLabels),
    )
  } catch {
    return new Error('What was thrown cannot be read')
  }
}

const isLabel = (value: unknown) =>
  typeof value === 'string'
    ? value.length <= mostShownOfName
    : typeof value !== 'object' && typeof value !== 'function'
