/** A lazy chunk: the table of failures, and what hides secrets in errors. */
export { presentable } from '../disclosure/presentable.ts'
export { secretsInInput } from '../disclosure/secrets-in.ts'
export {
  endsChallenge,
  failureOfReason,
  isSessionOver,
  isTokenRejected,
  toFailure,
} from './failure.ts'
