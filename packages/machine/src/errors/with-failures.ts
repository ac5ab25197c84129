import * as failures from './failure.ts'
import { readFailuresBy } from './failure-reader.ts'

/** A chart that also runs without `createAuth`, which loads the table of failures: it is there at once. */
export function withFailures<Chart>(chart: Chart): Chart {
  readFailuresBy(failures)
  return chart
}
