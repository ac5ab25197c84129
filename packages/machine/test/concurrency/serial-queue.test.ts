import { afterEach, expect, test, vi } from 'vitest'
import { SerialQueue } from '../../src/concurrency/serial-queue.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('tasks run one after the other, in the order of their calls', async () => {
  const queue = new SerialQueue(1_000)
  const log: string[] = []
  const task = (name: string, ms: number) => async () => {
    log.push(`${name} starts`)
    await new Promise((resolve) => setTimeout(resolve, ms))
    log.push(`${name} ends`)
    return name
  }
  const results = await Promise.all([queue.add(task('slow', 20)), queue.add(task('quick', 0))])
  expect(results).toEqual(['slow', 'quick'])
  expect(log).toEqual(['slow starts', 'slow ends', 'quick starts', 'quick ends'])
})

test('a task that fails rejects for its caller and does not stop the next one', async () => {
  const queue = new SerialQueue(1_000)
  const failed = queue.add(() => Promise.reject(new Error('full')))
  const thrown = queue.add(() => {
    throw new Error('blocked')
  })
  const next = queue.add(() => 'next')
  await expect(failed).rejects.toThrow('full')
  await expect(thrown).rejects.toThrow('blocked')
  expect(await next).toBe('next')
})

test('a task that hangs keeps the next one waiting for the time-out, and no longer', async () => {
  vi.useFakeTimers()
  const queue = new SerialQueue(1_000)
  let isRunning = false
  void queue.add(() => new Promise(() => undefined))
  const next = queue.add(() => {
    isRunning = true
    return 'next'
  })
  await vi.advanceTimersByTimeAsync(999)
  expect(isRunning).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await next).toBe('next')
})
