import type { SessionTokens } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { isUserPool, readTokens } from '../tokens/token-facts.ts'
import type { CredentialsLogin } from './credentials-keeper.ts'

/** The classic names, as identity pools call their providers. An OpenID issuer goes by its host. */
const providerNames: ReadonlyMap<string, string> = new Map([
  ['google', 'accounts.google.com'],
  ['facebook', 'graph.facebook.com'],
  ['amazon', 'www.amazon.com'],
  ['apple', 'appleid.apple.com'],
  ['developer', 'cognito-identity.amazonaws.com'],
])

/** Who is signed in, as an identity pool takes it. */
export class LoginSource {
  readonly #keeper: SessionKeeper
  readonly #userPoolLogin: string
  readonly #ready: () => Promise<unknown>

  /** @param ready resolves when it is known who is signed in. */
  constructor(keeper: SessionKeeper, userPoolLogin: string, ready: () => Promise<unknown>) {
    this.#keeper = keeper
    this.#userPoolLogin = userPoolLogin
    this.#ready = ready
  }

  /** With tokens that are refreshed when due; `undefined`: nobody. */
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
