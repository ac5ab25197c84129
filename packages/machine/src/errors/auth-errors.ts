/** The errors that calls of an auth handle reject with. `toFailure()` gives the code of each. */

/** The configuration is not valid; the message says what to put there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** No user is signed in, and guests get no credentials by the configuration (`mandatorySignIn`). */
export class GuestAccessError extends Error {
  override readonly name = 'GuestAccessError'
}

/** No user is signed in, or the session that a call was made in has ended meanwhile. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** The message of a {@link SignedOutError} for a session that has ended. */
export const sessionHasEnded = 'The session of this call has ended'

/** A federated sign-in starts on the `signIn` screen; the chart is on another one. */
export class SignedInError extends Error {
  override readonly name = 'SignedInError'
  constructor() {
    super('A federated sign-in begins at the signIn screen: go there, or sign out first')
  }
}

/** The user is signed in with the token of another provider: there are no Cognito tokens. */
export class FederatedUserError extends Error {
  override readonly name = 'FederatedUserError'
  constructor(provider: string | undefined) {
    super(`Signed in with ${provider}, not with the user pool: there are AWS credentials only`)
  }
}

/** The tokens have expired, and there is no refresh token. */
export class SessionExpiredError extends Error {
  override readonly name = 'SessionExpiredError'
}

/** `auth.stop()` was called: all later calls reject. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
}
