import { expect } from 'vitest'
import type { Auth, AuthFailure } from '../../src/index.ts'
import type { App } from './scenarios/app.ts'

/** Waits until no request is in flight, those of the account's data included. */
export async function rest(app: App): Promise<void> {
  await expect
    .poll(
      () => {
        const view = app.auth.getView()
        if (view.route !== 'signedIn') return view.isPending
        return view.isPending || view.profile.isLoading || view.devices.isLoading
      },
      { interval: 5 },
    )
    .toBe(false)
}

/** Collects each failure that views and events report from now on. */
export function recordFailures(app: Pick<App, 'auth' | 'onReload'>): ReadonlySet<AuthFailure> {
  const reported = new Set<AuthFailure>()
  const watch = ({ on, subscribe }: Auth) => {
    on('failure', ({ failure }) => reported.add(failure))
    on('token.refreshFailed', ({ failure }) => reported.add(failure))
    on('signedOut', ({ reason }) => reason && reported.add(reason))
    subscribe((view) => {
      if (view.failure) reported.add(view.failure)
      if (view.route !== 'signedIn') return
      for (const { failure } of [view.profile, view.devices]) if (failure) reported.add(failure)
    })
  }
  watch(app.auth)
  app.onReload = () => watch(app.auth)
  return reported
}

export function codesOf(reported: ReadonlySet<AuthFailure>) {
  return [...new Set([...reported].map(({ code }) => code))]
}
