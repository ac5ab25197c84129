import { describe, expect, test } from 'vitest'
import type { Operation } from '../../src/cognito/operations.ts'
import type { AuthRoute } from '../../src/index.ts'
import { declaredExceptions } from '../support/declared-exceptions.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import { type Place, ways } from '../support/operation-ways.ts'
import { control } from '../support/sandbox-auth.ts'

const operations = Object.keys(ways) as Operation[]

/** Where one is taken instead of being told of a failure. */
const detours: readonly AuthRoute[] = ['confirmSignUp', 'resetPassword']

async function clearFaults({ page }: Place) {
  await page.sandbox.fetch(`${page.sandbox.config.controlUrl}/faults`, { method: 'DELETE' })
}

describe.each(operations)('%s', (operation) => {
  test.each(declaredExceptions(operation))('%s', async (type) => {
    const { start, act, isDone } = ways[operation]
    const place = await start()
    const told = recordFailures(place)
    await control(place.page, '/faults', { operation, type, message: 'As the test wants it' })
    await act(place)
    await rest(place)

    // Told, by a code of our own, or taken to where it can be mended.
    const after = place.auth.getView()
    const isTaken = after.notice !== undefined || detours.includes(after.route)
    if (!isTaken) expect(codesOf(told), after.route).not.toEqual([])
    expect(codesOf(told)).not.toContain('unknown')

    // Usable: what was refused can be done again, or one is at the start.
    await clearFaults(place)
    if (after.route === 'signIn' || isTaken || (await isDone(place))) return
    await act(place)
    await rest(place)
    await expect.poll(() => isDone(place)).toBe(true)
    expect(place.auth.getView().failure).toBeUndefined()
  })
})
