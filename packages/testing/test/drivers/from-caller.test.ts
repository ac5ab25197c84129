import { expect, test } from 'vitest'
import { fromCaller } from '../../src/integrations/from-caller.ts'

/** Finds out where a test is made, as Playwright does: the frame of who calls it. */
function locate(title: string, _run: never): { title: string; file: string; line: number } {
  const { prepareStackTrace } = Error
  try {
    Error.prepareStackTrace = (_error, sites) => sites
    const [, caller] = new Error().stack as unknown as NodeJS.CallSite[]
    return { title, file: caller?.getFileName() ?? '', line: caller?.getLineNumber() ?? 0 }
  } finally {
    Error.prepareStackTrace = prepareStackTrace
  }
}

/** As `walkTests`: makes tests one frame further in. */
function makeTests(make: typeof locate) {
  const here = fromCaller(make, makeTests)
  return ['first', 'second'].map((title) => here(title, undefined as never))
}

test('tests report the line of their caller, not the file that makes them', () => {
  const before = locate('before', undefined as never)
  const [first, second] = makeTests(locate)
  expect(before.file).toContain('from-caller.test.ts')
  expect(first).toEqual({ title: 'first', file: before.file, line: before.line + 1 })
  expect(second).toEqual({ ...first, title: 'second' })
})

test('what is known of errors stays as it is', () => {
  const before = [Error.prepareStackTrace, Error.stackTraceLimit]
  makeTests(locate)
  expect([Error.prepareStackTrace, Error.stackTraceLimit]).toEqual(before)
})
