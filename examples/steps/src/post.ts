import { StepError } from '@authchart/machine'

/** Posts JSON to the app's own server. `send` is `fetch`, or `auth.fetch` where a user is signed in. */
export async function post(
  send: typeof fetch,
  path: string,
  input: object,
  signal: AbortSignal,
): Promise<void> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  })
  if (response.ok) return
  if (response.status === 422) {
    const { reason, field } = (await response.json()) as { reason: string; field: string }
    throw new StepError(reason, { field })
  }
  // `toFailure()` reads the status: above 499, the same may succeed later.
  throw Object.assign(new Error(`${path} answers ${response.status}`), { status: response.status })
}
