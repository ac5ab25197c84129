import { createSandbox } from '@authchart/sandbox'
import { afterAll, describe, expect, test } from 'vitest'
import { openDriver, sandboxDriver } from '../../../testing/test/sandbox-driver/sandbox-driver.ts'
import type { Operation } from '../../src/cognito/operations.ts'
import type { Auth } from '../../src/index.ts'
import { declaredExceptions } from '../support/declared-exceptions.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import { control, settled } from '../support/sandbox-auth.ts'
import { planThrough, walkThere } from '../support/walks/walk-there.ts'

const sandbox = createSandbox()
const address = { fetch: sandbox.fetch, config: sandbox.config }
const { cannotTake } = sandboxDriver(address)
const home = planThrough(['signedIn.idle'], 'the page is opened', cannotTake)

afterAll(() => sandbox.close())

/** What the user reads of the account: no actor of the chart, so no walk covers it. */
const reads = { GetUser: 'profile', ListDevices: 'devices' } as const satisfies Partial<
  Record<Operation, string>
>
const operations = Object.keys(reads) as (keyof typeof reads)[]

async function read(auth: Auth, operation: keyof typeof reads): Promise<void> {
  const view = await settled(auth, 'signedIn')
  if (operation === 'GetUser') view.loadProfile()
  else view.loadDevices()
  await rest({ auth })
}

describe.each(operations)('%s', (operation) => {
  test.each(declaredExceptions(operation))('%s', async (type) => {
    const driver = openDriver(address)
    await walkThere(driver, home)
    driver.app.openGate()
    const { auth } = driver.app
    const reported = recordFailures(auth)
    await control({ sandbox }, '/faults', { operation, type, message: 'As the test wants it' })
    await read(auth, operation)

    const codes = codesOf(reported)
    expect(codes).not.toEqual([])
    expect(codes).not.toContain('unknown')

    // The rejected request can be made again, unless the user was signed out.
    await sandbox.fetch(`${sandbox.config.controlUrl}/faults`, { method: 'DELETE' })
    if (auth.getView().route !== 'signIn') {
      await read(auth, operation)
      const { [reads[operation]]: reading, failure } = await settled(auth, 'signedIn')
      expect(reading.data).toBeDefined()
      expect(failure).toBeUndefined()
    }
    await driver.end()
  })
})
