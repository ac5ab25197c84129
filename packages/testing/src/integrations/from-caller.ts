import { compileFunction } from 'node:vm'

type Call = (title: string, run: never) => unknown

/**
 * Makes a test as if the line had done so that called `entry`. Runners show with each test where it was made: that is a
 * spec of the user's, not a file of this package.
 *
 * @param call makes a test
 * @param entry a function that is being called
 */
export function fromCaller<Test extends Call>(call: Test, entry: object): Test {
  const site = callerOf(entry)
  const filename = site?.getFileName()
  if (!site || !filename) return call
  const made = compileFunction('return call(title, run)', ['call', 'title', 'run'], {
    filename,
    lineOffset: (site.getLineNumber() ?? 1) - 1,
    columnOffset: (site.getColumnNumber() ?? 1) - 1,
  })
  const here: Call = (title, run) => made(call, title, run)
  return here as Test
}

/** As it is compiled: runners read source maps themselves. */
function callerOf(entry: object): NodeJS.CallSite | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error
  const holder: { stack?: NodeJS.CallSite[] } = {}
  try {
    Error.stackTraceLimit = 1
    Error.prepareStackTrace = (_error, sites) => sites
    Error.captureStackTrace(holder, entry as () => unknown)
    // Made when it is read.
    return holder.stack?.[0]
  } finally {
    Object.assign(Error, { prepareStackTrace, stackTraceLimit })
  }
}
