import { describe, expect, test } from 'vitest'
import type { Operation } from '../../src/cognito/operations.ts'
import { declaredExceptions } from '../support/declared-exceptions.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import { control } from '../support/sandbox-auth.ts'
import type { App } from '../support/scenarios/app.ts'
import { operationScenarios } from '../support/scenarios/operation-scenarios.ts'

/** What the user reads of the account: no actor of the chart, so no walk covers it. */
const operations = ['GetUser', 'ListDevices'] satisfies Operation[]

async function clearFaults({ page }: App) {
  await page.sandbox.fetch(`${page.sandbox.config.controlUrl}/faults`, { method: 'DELETE' })
}

describe.each(operations)('%s', (operation) => {
  test.each(declaredExceptions(operation))('%s', async (type) => {
    const { start, act, isDone } = operationScenarios[operation]
    const app = await start()
    const reported = recordFailures(app)
    await control(app.page, '/faults', { operation, type, message: 'As the test wants it' })
    await act(app)
    await rest(app)

    const codes = codesOf(reported)
    expect(codes).not.toEqual([])
    expect(codes).not.toContain('unknown')

    // The rejected request can be made again, unless the user was signed out.
    await clearFaults(app)
    if (app.auth.getView().route === 'signIn') return
    await act(app)
    await rest(app)
    await expect.poll(() => isDone(app)).toBe(true)
    expect(app.auth.getView().failure).toBeUndefined()
  })
})
