import { expect, test } from 'vitest'
import { SingleFlight } from '../../src/concurrency/single-flight.ts'

/** Work that settles by hand, and counts its runs. */
function manualWork() {
  const settlers: { resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  const work = () =>
    new Promise<string>((resolve, reject) => {
      settlers.push({ resolve, reject })
    })
  return { settlers, work }
}

/** Lets all promise reactions run. */
const turn = () => new Promise((resolve) => setTimeout(resolve))

const plain = { key: 1, isForced: false }
const forced = { key: 1, isForced: true }

test('callers at the same time share one run', async () => {
  const { settlers, work } = manualWork()
  const flight = new SingleFlight<string>()
  const results = [flight.run(plain, work), flight.run(plain, work)]
  await turn()
  expect(settlers).toHaveLength(1)
  settlers[0]?.resolve('first')
  expect(await Promise.all(results)).toEqual(['first', 'first'])
})

test('a call after the end starts a new run, also after a failure', async () => {
  const { settlers, work } = manualWork()
  const flight = new SingleFlight<string>()
  const failed = flight.run(plain, work)
  await turn()
  settlers[0]?.reject(new Error('no network'))
  await expect(failed).rejects.toThrow('no network')
  const next = flight.run(plain, work)
  await turn()
  settlers[1]?.resolve('second')
  expect(await next).toBe('second')
})

test('a forced call runs after a run that is not forced, also after its failure', async () => {
  const { settlers, work } = manualWork()
  const flight = new SingleFlight<string>()
  const first = flight.run(plain, work)
  const second = flight.run(forced, work)
  await turn()
  expect(settlers).toHaveLength(1)
  settlers[0]?.reject(new Error('no network'))
  await expect(first).rejects.toThrow('no network')
  await turn()
  expect(settlers).toHaveLength(2)
  settlers[1]?.resolve('forced')
  expect(await second).toBe('forced')
})

test('every call joins a forced run, and does so until it has ended', async () => {
  const { settlers, work } = manualWork()
  const flight = new SingleFlight<string>()
  const first = flight.run(plain, work)
  const calls = [forced, plain, forced].map((options) => flight.run(options, work))
  await turn()
  settlers[0]?.resolve('first')
  await first
  calls.push(flight.run(plain, work))
  await turn()
  expect(settlers).toHaveLength(2)
  settlers[1]?.resolve('forced')
  expect(await Promise.all(calls)).toEqual(['forced', 'forced', 'forced', 'forced'])
})

test('a call with another key neither joins nor waits', async () => {
  const { settlers, work } = manualWork()
  const flight = new SingleFlight<string>()
  const first = flight.run(plain, work)
  const other = flight.run({ key: 2, isForced: false }, work)
  await turn()
  expect(settlers).toHaveLength(2)
  settlers[0]?.resolve('first')
  expect(await first).toBe('first')
  // The end of the former run does not end the present one.
  const joined = flight.run({ key: 2, isForced: false }, work)
  settlers[1]?.resolve('other')
  expect(await Promise.all([other, joined])).toEqual(['other', 'other'])
  expect(settlers).toHaveLength(2)
})
