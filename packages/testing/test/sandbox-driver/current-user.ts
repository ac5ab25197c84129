import type { Account } from './test-users.ts'
import { tokenOfGoogle } from './token-of-google.ts'

/** The user in front of the app. */
export class CurrentUser {
  account: Account = { username: '', password: '' }
  /** The user of the link that was opened last. */
  linked: Account | undefined
  /** Whether one user fills in every form of the walk, and not each form a new one. */
  readonly isOneUser: boolean
  /** Whether the next sign-in uses SRP, against the app's settings. */
  isSrpNext: boolean
  /** Whether the provider of a federated user is out of reach. */
  isFederationRejected = false

  constructor(isOneUser: boolean, isSrpNext: boolean) {
    this.isOneUser = isOneUser
    this.isSrpNext = isSrpNext
  }

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
