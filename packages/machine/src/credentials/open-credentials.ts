import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts, IdentityPool, ProviderToken, RequestOptions } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { CredentialsKeeper, type CredentialsKeeperOptions } from './credentials-keeper.ts'
import { LoginSource } from './login-source.ts'

export interface OpenCredentials {
  readonly credentials: CredentialsKeeper
  /** Has the identity pool accept a token before anybody is signed in by it; gives the identity's id. */
  exchangeProviderToken(token: Secret<ProviderToken>, options: RequestOptions): Promise<string>
}

/** The credentials of an identity pool, for who is signed in at `keeper`. */
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
    // Apart from the others: whoever asks meanwhile is not this user, and nothing cached vouches.
    async exchangeProviderToken(token, { signal }) {
      const asked = open({ getLogins: async () => source.of(token), getGeneration: () => 0 })
      const stop = () => asked.stop()
      throwIfAborted(signal)
      signal.addEventListener('abort', stop)
      try {
        return (await asked.get()).identityId
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
  }
}
