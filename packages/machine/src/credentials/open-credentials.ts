import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts, IdentityPool, ProviderToken, RequestOptions } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { CredentialsKeeper, type CredentialsKeeperOptions } from './credentials-keeper.ts'
import { LoginSource } from './login-source.ts'

export interface OpenCredentials {
  readonly credentials: CredentialsKeeper
  /** Exchanges a provider's token at the identity pool, before its user is signed in, for an identity id. */
  exchangeProviderToken(token: Secret<ProviderToken>, options: RequestOptions): Promise<string>
}

/** The credentials of an identity pool for the user of `keeper`. */
export function openCredentials(
  identityPool: IdentityPool,
  { identityStorage: storage, clock }: Pick<AuthPorts, 'identityStorage' | 'clock'>,
  keeper: SessionKeeper,
  ready: () => Promise<unknown>,
  timeoutMs: number,
): OpenCredentials {
  const source = new LoginSource(keeper, identityPool.userPoolLogin, ready)
  const getUserId = () => keeper.user?.userId
  const open = (options: Pick<CredentialsKeeperOptions, 'getLogins' | 'getGeneration'>) =>
    new CredentialsKeeper({ identityPool, clock, storage, getUserId, timeoutMs, ...options })
  return {
    credentials: open({
      getLogins: (generation) => source.get(generation),
      getGeneration: () => keeper.generation,
    }),
    // With a cache of its own: until this succeeds, other callers are still the previous user, and
    // cached credentials would not prove that the pool accepts the token.
    async exchangeProviderToken(token, { signal }) {
      const exchange = open({ getLogins: async () => source.of(token), getGeneration: () => 0 })
      const stop = () => exchange.stop()
      throwIfAborted(signal)
      signal.addEventListener('abort', stop)
      try {
        return (await exchange.get()).identityId
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
  }
}
