import { expect, test } from 'vitest'
import { countPlaywright } from '../lib/test/count-playwright.mjs'
import { countVitest } from '../lib/test/count-vitest.mjs'
import { formatTotals } from '../lib/test/format-results.mjs'

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
const stats = { expected: 5, flaky: 1, unexpected: 0, skipped: 2 }

test('counts the tests of vitest', () => {
  expect(countVitest(vitest, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 })
  expect(countVitest({ ...vitest, numFailedTests: 3 }, 1).failed).toBe(3)
})

test('a test file that does not load counts as one', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const known = { status: 'failed', assertionResults: [{ status: 'failed' }] }
  const report = { ...vitest, numFailedTests: 1, testResults: [broken, broken, known] }
  expect(countVitest(report, 1).failed).toBe(3)
})

test('a run of vitest that fails without a failed test counts as one', () => {
  expect(countVitest(vitest, 1).failed).toBe(1)
  expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('counts the tests of Playwright, what passed at the second try among the passed', () => {
  expect(countPlaywright({ stats }, 0)).toEqual({ passed: 6, failed: 0, skipped: 2 })
  expect(countPlaywright({ stats: { ...stats, unexpected: 4 } }, 1).failed).toBe(4)
})

test('no test at all is a failure', () => {
  const none = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 }
  expect(countPlaywright({ stats: none }, 0).failed).toBe(1)
  expect(countVitest({ ...vitest, numPassedTests: 0 }, 0).failed).toBe(1)
})

test('the last line adds up, and tells of skipped tests only if there are any', () => {
  const step = { passed: 2, failed: 1, skipped: 0 }
  expect(formatTotals([step, step])).toBe('4 passed, 2 failed')
  expect(formatTotals([step, { passed: 0, failed: 0, skipped: 3 }])).toBe(
    '2 passed, 1 failed, 3 skipped',
  )
})
