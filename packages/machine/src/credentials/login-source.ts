import type { SessionTokens } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { isUserPool, readTokens } from '../tokens/token-facts.ts'
import type { CredentialsLogin } from './credentials-keeper.ts'

/** Names of providers in the classic API, and in `Logins` of identity pools. An OpenID issuer is named by its host. */
const providerNames: ReadonlyMap<string, string> = new Map([
  ['google', 'accounts.google.com'],
  ['facebook', 'graph.facebook.com'],
  ['amazon', 'www.amazon.com'],
  ['apple', 'appleid.apple.com'],
  ['developer', 'cognito-identity.amazonaws.com'],
])

/** The current user's tokens as `Logins` of an identity pool. */
export class LoginSource {
  readonly #keeper: SessionKeeper
  readonly #userPoolLogin: string
  readonly #ready: () => Promise<unknown>

  /** @param ready resolves when the stored session is restored. */
  constructor(keeper: SessionKeeper, userPoolLogin: string, ready: () => Promise<unknown>) {
    this.#keeper = keeper
    this.#userPoolLogin = userPoolLogin
    this.#ready = ready
  }

  /** Refreshes tokens that are due; `undefined` if no user is signed in. */
  async get(generation: number): Promise<CredentialsLogin | undefined> {
    await this.#ready()
    const tokens = await this.#keeper.current(generation)
    return tokens && this.of(tokens)
  }

  of(tokens: SessionTokens): CredentialsLogin {
    const { userId } = readTokens(tokens).user
    if (isUserPool(tokens)) {
      return { userId, logins: new Secret({ [this.#userPoolLogin]: tokens.reveal().idToken }) }
    }
    const { provider, token, identityId } = tokens.reveal()
    const known = providerNames.get(provider)
    const name = known ?? provider.replace(/^https:\/\//, '')
    return { userId, identityId, logins: new Secret({ [name]: token }) }
  }
}
