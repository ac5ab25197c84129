import { expect } from 'vitest'
import type { Auth, AuthFailure } from '../../src/index.ts'

/** Waits until no request is in flight, those of the account's data included. */
export async function rest({ auth }: { readonly auth: Auth }): Promise<void> {
  await expect
    .poll(
      () => {
        const view = auth.getView()
        if (view.route !== 'signedIn') return view.isPending
        return view.isPending || view.profile.isLoading || view.devices.isLoading
      },
      { interval: 5 },
    )
    .toBe(false)
}

/** Collects each failure that views and events report from now on. */
export function recordFailures({ on, subscribe }: Auth): ReadonlySet<AuthFailure> {
  const reported = new Set<AuthFailure>()
  on('failure', ({ failure }) => reported.add(failure))
  on('token.refreshFailed', ({ failure }) => reported.add(failure))
  on('signedOut', ({ reason }) => reason && reported.add(reason))
  subscribe((view) => {
    if (view.failure) reported.add(view.failure)
    if (view.route !== 'signedIn') return
    for (const { failure } of [view.profile, view.devices]) if (failure) reported.add(failure)
  })
  return reported
}

export function codesOf(reported: ReadonlySet<AuthFailure>) {
  return [...new Set([...reported].map(({ code }) => code))]
}
