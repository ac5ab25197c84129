import type { AuthFlowType, LastSignInStore } from '@authchart/machine'
import type { Account } from './test-users.ts'
import { tokenOfGoogle } from './token-of-google.ts'

/** The user in front of the app. */
export class CurrentUser {
  account: Account = { username: '', password: '' }
  /** The user of the link that was opened last. */
  linked: Account | undefined
  /** Whether one user fills in every form of the walk, and not each form a new one. */
  readonly isOneUser: boolean
  /** The user whose passkey the browser offers at the field of the user name. */
  autofilled: Account | undefined
  readonly #flows: (AuthFlowType | undefined)[]
  #signUps = 0
  /** Whether the provider of a federated user is out of reach. */
  isFederationRejected = false

  /** @param flows of the sign-ins by password, in order; the last one goes on. `undefined`: as the app is set up. */
  constructor(isOneUser: boolean, flows: readonly (AuthFlowType | undefined)[]) {
    this.isOneUser = isOneUser
    this.#flows = [...flows]
  }

  nextFlow(): AuthFlowType | undefined {
    const [next] = this.#flows
    if (this.#flows.length > 1) this.#flows.shift()
    return next
  }

  /** Every other sign-up is one without a password; but a user who stays for the walk needs it later. */
  nextSignUp(): 'with a password' | 'without' {
    this.#signUps += 1
    return this.isOneUser || this.#signUps % 2 === 0 ? 'with a password' : 'without'
  }

  /** The screen of the link that was opened last is there. */
  follow(): void {
    this.account = this.linked ?? this.account
    this.linked = undefined
  }

  /** The user who has signed in last in this browser. */
  readonly lastSignIn: LastSignInStore = {
    read: () => this.autofilled && { username: this.autofilled.username, factor: 'PASSKEY' },
    save: () => undefined,
  }

  async googleToken(now: number): Promise<ReturnType<typeof tokenOfGoogle>> {
    if (this.isFederationRejected) throw new TypeError('The provider cannot be reached')
    return tokenOfGoogle(now)
  }
}
