import { expect, vi } from 'vitest'
import { type Fuzzed, fuzzAnswers } from './fuzz-answers.ts'

/** Checks that the fuzz found no fault, no error was uncaught and the console stayed empty. */
export async function expectNoFaults(options: { seed: number; answers: number }): Promise<Fuzzed> {
  const consoles = (['log', 'info', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name),
  )
  const uncaught: unknown[] = []
  const note = (error: unknown) => uncaught.push(error)
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  try {
    const fuzzed = await fuzzAnswers(options)
    expect(fuzzed.faults).toEqual([])
    expect(fuzzed.answers).toBeGreaterThanOrEqual(options.answers)
    expect(uncaught).toEqual([])
    for (const spy of consoles) expect(spy).not.toHaveBeenCalled()
    return fuzzed
  } finally {
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
    for (const spy of consoles) spy.mockRestore()
  }
}
