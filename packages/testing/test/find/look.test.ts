import type { Page } from '@playwright/test'
import { expect, test, vi } from 'vitest'
import { whileItReacts } from '../../src/find/look.ts'

/** A page whose script takes so long to answer, in ms. */
function pageThatAnswersAfter(ms: number): Page {
  const evaluate = () => new Promise((resolve) => setTimeout(resolve, ms, 0))
  return { evaluate, url: () => 'http://localhost/' } as unknown as Page
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, 'done'))

test.each([
  ['while a beat is awaited', 1_000],
  ['while the page answers', 3_200],
])('no timer is left when the work ends %s', async (_when, ms) => {
  vi.useFakeTimers()
  try {
    const result = whileItReacts(pageThatAnswersAfter(500), after(ms))
    await vi.advanceTimersByTimeAsync(ms)
    expect(await result).toBe('done')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('a page that does not answer for a minute rejects', async () => {
  vi.useFakeTimers()
  try {
    const result = whileItReacts(pageThatAnswersAfter(120_000), after(300_000))
    const rejected = expect(result).rejects.toThrow('does not react for 60 s')
    await vi.advanceTimersByTimeAsync(64_000)
    await rejected
  } finally {
    vi.useRealTimers()
  }
})
