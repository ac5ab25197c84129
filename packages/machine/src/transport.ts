/** The `fetch` that requests to Cognito go through. */
export interface AuthTransport {
  fetch: typeof globalThis.fetch
}

/** `own` is the replaceable `fetch` that `createAuth` was given, `send` calls it or the global one. */
export function openTransport(fetch: typeof globalThis.fetch | undefined) {
  const own: AuthTransport | undefined = fetch && { fetch }
  const send: typeof globalThis.fetch = (...request) => {
    // Called without an object: a browser's own `fetch` rejects any `this` but the window.
    const { fetch } = own ?? globalThis
    return fetch(...request)
  }
  return { own, send }
}
