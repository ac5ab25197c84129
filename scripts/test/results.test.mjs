import { expect, test } from 'vitest'
import { countPlaywright } from '../lib/test/count-playwright.mjs'
import { countVitest } from '../lib/test/count-vitest.mjs'
import { formatSlowest, readFileTimes } from '../lib/test/file-times.mjs'
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

test('the last line adds up, and counts skipped tests only if there are any', () => {
  const step = { passed: 2, failed: 1, skipped: 0 }
  expect(formatTotals([step, step])).toBe('4 passed, 2 failed')
  expect(formatTotals([step, { passed: 0, failed: 0, skipped: 3 }])).toBe(
    '2 passed, 1 failed, 3 skipped',
  )
})

test('reads how long each file took from what vitest and Playwright print', () => {
  const output = `
 ✓ test/a.test.ts (5 tests) 1234ms
 \u001b[32m❯\u001b[39m |quick| dom/b.test.tsx (4 tests | 1 failed) 500ms
   ✓ a test that took long  400ms
  ✓  1 [quick-react] › stories/c.spec.ts:3:1 › signs in (1.5s)
  ✘  2 [quick-vue] › stories/c.spec.ts:9:3 › group › signs out (1m)
  -  3 [quick-vue] › stories/d.spec.ts:9:3 › left out
`
  const files = readFileTimes(output, 'packages/x')
  expect(files).toEqual([
    { path: 'packages/x/test/a.test.ts', seconds: 1.234 },
    { path: 'packages/x/dom/b.test.tsx', seconds: 0.5 },
    { path: 'packages/x/stories/c.spec.ts', seconds: 61.5 },
  ])
  expect(formatSlowest(files, 2)).toBe(
    '    61.5 s  packages/x/stories/c.spec.ts\n     1.2 s  packages/x/test/a.test.ts',
  )
})
