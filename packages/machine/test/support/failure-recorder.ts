import { expect } from 'vitest'
import type { Auth, AuthFailure } from '../../src/index.ts'
import type { Place } from './operation-ways.ts'

/** Waits until no request is under way, beside the screen neither. */
export async function rest(place: Place): Promise<void> {
  await expect
    .poll(
      () => {
        const view = place.auth.getView()
        if (view.route !== 'signedIn') return view.isPending
        return view.isPending || view.profile.isLoading || view.devices.isLoading
      },
      { interval: 5 },
    )
    .toBe(false)
}

/** Gathers every failure that a UI or a listener can learn of from now on. */
export function recordFailures(place: Pick<Place, 'auth' | 'onReload'>): ReadonlySet<AuthFailure> {
  const told = new Set<AuthFailure>()
  const watch = ({ on, subscribe }: Auth) => {
    on('failure', ({ failure }) => told.add(failure))
    on('token.refreshFailed', ({ failure }) => told.add(failure))
    on('signedOut', ({ reason }) => reason && told.add(reason))
    subscribe((view) => {
      if (view.failure) told.add(view.failure)
      if (view.route !== 'signedIn') return
      for (const { failure } of [view.profile, view.devices]) if (failure) told.add(failure)
    })
  }
  watch(place.auth)
  place.onReload = () => watch(place.auth)
  return told
}

export const codesOf = (told: ReadonlySet<AuthFailure>) => [
  ...new Set([...told].map(({ code }) => code)),
]
