import { expect, test } from 'vitest'
import { toFailure } from '../../src/index.ts'
import { openCredentials } from '../support/identity-pool.ts'
import { control } from '../support/sandbox-auth.ts'

test('a request that is given up throws why', async () => {
  const { identityPool } = openCredentials()
  const reason = new DOMException('No answer within 5 ms', 'TimeoutError')
  const aborted = { signal: AbortSignal.abort(reason) }
  await expect(identityPool.getId(undefined, aborted)).rejects.toBe(reason)
  const controller = new AbortController()
  const result = identityPool.getId(undefined, controller)
  controller.abort(reason)
  await expect(result).rejects.toBe(reason)
})

test('an answer that takes too long is given up', async () => {
  const app = openCredentials({ timeoutMs: 200 })
  await app.credentials.get()
  await control(app, '/faults', { operation: '*', latencyMs: 60_000 })
  const forced = app.credentials.get({ forceRefresh: true })
  expect(await failureOf(forced)).toMatchObject({ code: 'timeout' })
})

test('a storage that throws costs the guest the identity, and nothing else', async () => {
  const fail = () => {
    throw new Error('QuotaExceededError')
  }
  const app = openCredentials({
    storage: { getItem: fail, setItem: fail, removeItem: fail },
  })
  const guest = await app.credentials.get()
  await app.credentials.clear()
  expect((await app.credentials.get()).identityId).not.toBe(guest.identityId)
})

test('nothing is answered after a stop', async () => {
  const app = openCredentials()
  const result = failureOf(app.credentials.get())
  app.credentials.stop()
  expect(await result).toMatchObject({ code: 'stopped' })
  expect(await failureOf(app.credentials.get())).toMatchObject({ code: 'stopped' })
})

const failureOf = async (work: Promise<unknown>) =>
  toFailure(
    await work.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )
