/** Where `fetch` finds the signal that ends it. */
export function signalOf(input: RequestInfo | URL, init: RequestInit | undefined) {
  return init?.signal ?? (input instanceof Request ? input.signal : undefined)
}

/** Where signals know no reason (React Native), as `fetch` says it. */
export function reasonOf(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? Object.assign(new Error('Aborted'), { name: 'AbortError' })
}

/** Headers from an iterator can be read once only: they are listed, for us and for the service. */
export function withLastingHeaders(init: RequestInit | undefined): RequestInit | undefined {
  const given: unknown = init?.headers
  const isLasting = Array.isArray(given) || given instanceof Headers
  if (isLasting || !isIterable(given)) return init
  return { ...init, headers: [...given] }
}

const isIterable = (value: unknown): value is Iterable<[string, string]> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value

/** The body as text; `undefined` for other bodies. */
export async function bodyOf(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<string | undefined> {
  const body = init?.body
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  return body === undefined && input instanceof Request ? input.clone().text() : undefined
}
