import { buttonsWork } from './oracles/buttons-work.ts'
import { codeNotKept } from './oracles/code-not-kept.ts'
import { destinationShown } from './oracles/destination-shown.ts'
import { failureAnnounced } from './oracles/failure-announced.ts'
import { focusAtRefused } from './oracles/focus-at-refused.ts'
import { focusMoved } from './oracles/focus-moved.ts'
import { noStaleError } from './oracles/no-stale-error.ts'
import { noTokenLeft } from './oracles/no-token-left.ts'
import { noticeTold } from './oracles/notice-told.ts'
import { oneRequest } from './oracles/one-request.ts'
import { submitDisabled } from './oracles/submit-disabled.ts'
import { usernameKept } from './oracles/username-kept.ts'
import { wordsTold } from './oracles/words-told.ts'
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
export const judge = (sight: Sight): readonly string[] =>
  oracles.map((oracle) => oracle(sight)).filter((wrong) => wrong !== undefined)
