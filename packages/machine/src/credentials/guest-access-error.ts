/** No user is signed in, and guests get no credentials by the configuration (`mandatorySignIn`). */
export class GuestAccessError extends Error {
  override readonly name = 'GuestAccessError'
}
