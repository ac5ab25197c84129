// Loaded beforehand: the first load is slower than a time-out given here.
import '@aws-sdk/client-cognito-identity'
import { createSandbox } from '@authchart/sandbox'
import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { toFailure } from '../../src/index.ts'
import { issued, openCredentials } from '../support/identity-pool.ts'
import { control, createUser, openPage, settled, submitSignIn } from '../support/sandbox-auth.ts'

const minute = 60_000
const hour = 60 * minute

/** An app on a machine whose clock is ahead by `ms`, or behind. */
function withClockAhead(ms: number) {
  const sandbox = createSandbox()
  return openCredentials({ sandbox, clock: { now: () => sandbox.clock.now() + ms } })
}

test('a storage that hangs once does not keep credentials away for ever', async () => {
  const items = memoryStorage(new Map())
  let hangs = true
  const app = openCredentials({
    timeoutMs: 300,
    storage: {
      ...items,
      getItem(key) {
        if (!hangs) return items.getItem(key)
        hangs = false
        return new Promise<never>(() => {})
      },
    },
  })
  expect(await app.credentials.get().catch(toFailure)).toMatchObject({ code: 'timeout' })
  expect(await issued(app, await app.credentials.get())).toMatchObject({ isAuthenticated: false })
})

test('credentials that are good are given though the session cannot be refreshed', async () => {
  const page = openPage()
  await createUser(page)
  await control(page, '/pool', {
    IdTokenValidity: 5,
    AccessTokenValidity: 5,
    TokenValidityUnits: { IdToken: 'minutes', AccessToken: 'minutes' },
  })
  const auth = page.load({ config: { authenticationFlowType: 'USER_PASSWORD_AUTH' } })
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const credentials = await auth.credentials()
  await control(page, '/clock', { advanceMs: 10 * minute })
  page.between = async () => {
    throw new TypeError('offline')
  }
  expect(await auth.credentials()).toEqual(credentials)
  await expect(auth.getSession()).rejects.toMatchObject({ name: 'NetworkError' })
})

test('with a clock that is behind, expired credentials are not given', async () => {
  const app = withClockAhead(-2 * hour)
  await app.credentials.get()
  app.sandbox.clock.advance(65 * minute)
  const known = await issued(app, await app.credentials.get())
  expect(known?.expiresAt).toBeGreaterThan(app.sandbox.clock.now())
})

test('credentials do not outlive a clock that was ahead and is set right', async () => {
  const sandbox = createSandbox()
  let ahead = 48 * hour
  const app = openCredentials({ sandbox, clock: { now: () => sandbox.clock.now() + ahead } })
  const first = await app.credentials.get()
  ahead = 0
  sandbox.clock.advance(2 * hour)
  const next = await app.credentials.get()
  expect(next.accessKeyId).not.toBe(first.accessKeyId)
  expect(await app.credentials.get()).toEqual(next)
})

test('a call during endless changes of users rejects', async () => {
  const app = openCredentials()
  let calls = 0
  app.between = async (_, send) => {
    calls += 1
    await app.credentials.clear()
    return send()
  }
  const failure = await app.credentials.get().catch(toFailure)
  expect(failure).toMatchObject({ code: 'signedOut' })
  expect(calls).toBeLessThan(20)
})

test('with a clock that is ahead, credentials are cached all the same', async () => {
  const app = withClockAhead(2 * hour)
  const first = await app.credentials.get()
  expect(await app.credentials.get()).toEqual(first)
  expect(app.sent).toEqual(['GetId', 'GetCredentialsForIdentity'])
})
