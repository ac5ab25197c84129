import type { LinkedRoute } from '@authchart/machine'

/** What guards read beside the leaf, in the shipped chart and in the ports behind it. */
export type Fact =
  /** The server has rendered the page for a user … */
  | 'renderedSignedIn'
  /** … or for no user. */
  | 'renderedSignedOut'
  /** The page was opened with an answer of the hosted UI in its address. */
  | 'redirectAnswer'
  /** A link from outside waits for the sign-out, or for what is still read. */
  | `link: ${LinkedRoute}`
  /** A user has signed in in another tab. */
  | 'elsewhere'
  /** The user has signed in on the hosted UI. */
  | 'hostedUi'
  /** The user has signed in with a token of another provider, at the identity pool alone. */
  | 'federated'
  /** The vault stores the password for the sign-in that follows a confirmation. */
  | 'passwordStored'
  /** The factors that the user can choose from. */
  | `choice: ${string}`
  /** Another first factor can be taken. */
  | 'otherFactors'
  /** The code is the first factor, and can be sent again. */
  | 'firstFactor'
  | 'rememberDevice'
  | 'newDevice'
  | 'unverifiedContacts'
  | 'totpUnfinished'
  /** The prompt for a passkey is due. */
  | 'passkeyOffered'
  /** A code was sent. */
  | 'delivery'
  /** More codes were sent at the same time. */
  | `deliveries: ${number}`
  /** A further code cannot be requested yet. */
  | 'cooling'

/**
 * The facts of a place. It is a `ReadonlySet` with a wider type of elements, so that the facts of
 * an extended chart need no cast: `const facts: Facts<'termsAccepted'> = place.facts`.
 */
export interface Facts<F extends string = Fact> extends Iterable<string> {
  has(fact: F): boolean
  readonly size: number
}

/** Facts as a behaviour lists them: a condition that does not apply is left out. */
export type FactList<F extends string = Fact> = readonly (F | false | undefined)[]
