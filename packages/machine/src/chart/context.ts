import type { AuthUser } from '../auth-user.ts'
import type { AuthFailure } from '../failure.ts'
import type { CodeDelivery } from '../ports/index.ts'

/** Good news for the screen that follows, as data: the words are the UI's. */
export type AuthNotice = 'codeSent' | 'signUpConfirmed'

/** What the chart remembers between events. Holds no secret. */
export interface AuthContext {
  /** As typed; kept from screen to screen so that nobody types it twice. */
  readonly username: string
  readonly user: AuthUser | undefined
  /** Where the last code went. */
  readonly delivery: CodeDelivery | undefined
  /** Epoch ms before which no further code may be asked for. */
  readonly resendAt: number
  readonly failure: AuthFailure | undefined
  readonly notice: AuthNotice | undefined
}

export const initialContext: AuthContext = {
  username: '',
  user: undefined,
  delivery: undefined,
  resendAt: 0,
  failure: undefined,
  notice: undefined,
}

/** The user of a signed-in chart. Every way into `signedIn` sets one; the chart's tests walk them. */
export function userOf({ user }: AuthContext): AuthUser {
  if (!user) throw new Error('The chart is signed in without a user')
  return user
}
