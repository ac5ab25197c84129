import { buttonsWork } from './checks/buttons-work.ts'
import { codeNotKept } from './checks/code-not-kept.ts'
import { destinationShown } from './checks/destination-shown.ts'
import { failureAnnounced } from './checks/failure-announced.ts'
import { focusAtRefused } from './checks/focus-at-refused.ts'
import { focusMoved } from './checks/focus-moved.ts'
import { noStaleError } from './checks/no-stale-error.ts'
import { noTokenLeft } from './checks/no-token-left.ts'
import { noticeTold } from './checks/notice-told.ts'
import { oneRequest } from './checks/one-request.ts'
import { submitDisabled } from './checks/submit-disabled.ts'
import { usernameKept } from './checks/username-kept.ts'
import { wordsTold } from './checks/words-told.ts'
import type { Oracle, Sight } from './sight.ts'

const oracles: readonly Oracle[] = [
  failureAnnounced,
  noStaleError,
  focusMoved,
  focusAtRefused,
  submitDisabled,
  oneRequest,
  noTokenLeft,
  destinationShown,
  usernameKept,
  codeNotKept,
  noticeTold,
  wordsTold,
  buttonsWork,
]

/** What is wrong with a page after a step, in words. Whether it is the right screen is asked first. */
export function judge(sight: Sight): readonly string[] {
  return oracles.map((oracle) => oracle(sight)).filter((wrong) => wrong !== undefined)
}
