import { describe, expect, test } from 'vitest'
import type { Operation } from '../src/cognito/operations.ts'
import type { AuthRoute } from '../src/index.ts'
import { declaredExceptions } from './support/declared-exceptions.ts'
import { type Place, ways } from './support/operation-ways.ts'
import { control } from './support/sandbox-auth.ts'

const operations = Object.keys(ways) as Operation[]

/** Waits until no request is under way, beside the screen neither. */
async function rest({ auth }: Place) {
  await expect
    .poll(() => {
      const view = auth.getView()
      if (view.route !== 'signedIn') return view.isPending
      return view.isPending || view.profile.isLoading || view.devices.isLoading
    })
    .toBe(false)
}

/** Every failure that a UI or a listener could learn of from now on. */
function listen({ auth }: Place) {
  const codes = new Set<string>()
  auth.actor.on('failure', ({ failure }) => codes.add(failure.code))
  auth.actor.on('token.refreshFailed', ({ failure }) => codes.add(failure.code))
  auth.actor.on('signedOut', ({ reason }) => reason && codes.add(reason.code))
  const subscription = auth.subscribe((view) => {
    if (view.failure) codes.add(view.failure.code)
    if (view.route !== 'signedIn') return
    for (const { failure } of [view.profile, view.devices]) if (failure) codes.add(failure.code)
  })
  return { codes, stop: () => subscription.unsubscribe() }
}

/** Where one is taken instead of being told of a failure. */
const detours: readonly AuthRoute[] = ['confirmSignUp', 'resetPassword']

async function clearFaults({ page }: Place) {
  await page.sandbox.fetch(`${page.sandbox.config.controlUrl}/faults`, { method: 'DELETE' })
}

describe.each(operations)('%s', (operation) => {
  test.each(declaredExceptions(operation))('%s', async (type) => {
    const { start, act, isDone } = ways[operation]
    const place = await start()
    const { codes, stop } = listen(place)
    await control(place.page, '/faults', { operation, type, message: 'As the test wants it' })
    await act(place)
    await rest(place)

    // Told, by a code of our own, or taken to where it can be mended.
    const after = place.auth.getView()
    const isTaken = after.notice !== undefined || detours.includes(after.route)
    if (!isTaken) expect([...codes], after.route).not.toEqual([])
    expect([...codes]).not.toContain('unknown')
    stop()

    // Usable: what was refused can be done again, or one is at the start.
    await clearFaults(place)
    if (after.route === 'signIn' || isTaken || (await isDone(place))) return
    await act(place)
    await rest(place)
    await expect.poll(() => isDone(place)).toBe(true)
    expect(place.auth.getView().failure).toBeUndefined()
  })
})
