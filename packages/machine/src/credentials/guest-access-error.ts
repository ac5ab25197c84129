/** Nobody is signed in, and the configuration (`mandatorySignIn`) gives guests no credentials. */
export class GuestAccessError extends Error {
  override readonly name = 'GuestAccessError'
}
