import type { LinkedRoute } from './chart/context.ts'
import type { LinkEvent } from './chart/events.ts'
import { asSecret, type Secret } from './secret.ts'
import { tidyInput } from './tidy-input.ts'

/** Where a link from outside leads, e.g. one in a mail: a screen, the user, and the code. */
export type AuthEntry =
  | {
      readonly route: 'confirmSignUp' | 'resetPassword'
      /** The user that the code was sent to. */
      readonly username: string
      /** Left out: the user types it. */
      readonly code?: string | Secret | undefined
    }
  | {
      readonly route: 'signIn' | 'signUp'
      /** To fill the field with. */
      readonly username?: string | undefined
    }

/** Wraps the code at once. */
export function linkEventOf({
  route,
  username,
  code,
}: {
  readonly route: LinkedRoute
  readonly username?: string | undefined
  readonly code?: string | Secret | undefined
}): LinkEvent {
  return tidyInput({
    type: 'link.opened',
    route,
    username,
    code: code ? asSecret(code) : undefined,
  })
}
