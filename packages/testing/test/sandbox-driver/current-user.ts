import type { Account } from './test-users.ts'
import { tokenOfGoogle } from './token-of-google.ts'

/** The user in front of the app. */
export class CurrentUser {
  account: Account = { username: '', password: '' }
  /** Whose link was opened last. */
  linked: Account | undefined
  /** Only the first sign-in of a walk uses SRP, which takes its time. */
  isFirstSignIn = true
  /** Whether the provider of a federated user is out of reach. */
  isFederationRejected = false

  /** The screen of the link that was opened last is there. */
  follow(): void {
    this.account = this.linked ?? this.account
    this.linked = undefined
  }

  async googleToken(now: number): Promise<ReturnType<typeof tokenOfGoogle>> {
    if (this.isFederationRejected) throw new TypeError('The provider cannot be reached')
    return tokenOfGoogle(now)
  }
}
