import type { AnyAuth } from '@authchart/machine'

interface Wait {
  readonly promise: Promise<void>
  error?: unknown
}

/** React compares the promises that one component throws, so an auth has one as long as it restores. */
const waits = new WeakMap<AnyAuth, Wait>()

/**
 * Suspends the component that renders, until the session of `auth` is restored.
 *
 * @throws StoppedError if the auth was stopped
 */
export function waitForSession(auth: AnyAuth): never {
  const wait = waits.get(auth) ?? startWait(auth)
  throw wait.error ?? wait.promise
}

function startWait(auth: AnyAuth): Wait {
  const wait: Wait = {
    promise: auth.ready().then(
      () => void waits.delete(auth),
      (error: unknown) => {
        wait.error = error
      },
    ),
  }
  waits.set(auth, wait)
  return wait
}
