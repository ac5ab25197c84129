/** Why a UI cannot be gone through. */
export type FindFailure =
  /** Playwright has no browser, or it does not start. */
  | 'noBrowser'
  /** The address does not answer, or with an error. */
  | 'noAnswer'
  /** The script of the page fails, or never ends. */
  | 'crashed'
  /** The page has nothing to type into or to press. */
  | 'nothingToUse'
  /** No sign-in is sent from the page. */
  | 'noSignIn'
  /** The sign-in is sent to something else than Cognito. */
  | 'otherServer'
  /** The app asks another Cognito than the one of the given configuration. */
  | 'otherConfig'

/** A UI cannot be gone through: the message says why, and what to do next. */
export class FindError extends Error {
  override readonly name = 'FindError'
  readonly code: FindFailure

  constructor(code: FindFailure, message: string) {
    super(message)
    this.code = code
  }
}
