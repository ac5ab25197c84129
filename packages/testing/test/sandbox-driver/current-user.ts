import type { Account } from './test-users.ts'
import { tokenOfGoogle } from './token-of-google.ts'

/** The user in front of the app. */
export class CurrentUser {
  account: Account = { username: '', password: '' }
  /** Only the first sign-in of a walk uses SRP, which takes its time. */
  isFirstSignIn = true
  /** Whether the provider of a federated user is out of reach. */
  isFederationRejected = false

  async googleToken(now: number): Promise<ReturnType<typeof tokenOfGoogle>> {
    if (this.isFederationRejected) throw new TypeError('The provider cannot be reached')
    return tokenOfGoogle(now)
  }
}
