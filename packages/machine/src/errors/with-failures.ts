import {
  endsChallenge,
  failureOfReason,
  isSessionOver,
  isTokenRejected,
  toFailure,
} from './failure.ts'
import { readFailuresBy } from './failure-reader.ts'

/** A chart that also runs without `createAuth`, which loads the table of failures: it is there at once. */
export function withFailures<Chart>(chart: Chart): Chart {
  readFailuresBy({ endsChallenge, failureOfReason, isSessionOver, isTokenRejected, toFailure })
  return chart
}
