import type { AuthPorts, IdentityPool, ProviderToken } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { CredentialsKeeper } from './credentials-keeper.ts'
import { LoginSource } from './login-source.ts'
import type { SessionKeeper } from './session-keeper.ts'

export interface OpenCredentials {
  readonly credentials: CredentialsKeeper
  /** Has the identity pool accept a token before anybody is signed in by it. */
  vouch(token: Secret<ProviderToken>): Promise<void>
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
  const getLogins = () => source.get()
  const credentials = new CredentialsKeeper({ identityPool, clock, storage, getLogins, timeoutMs })
  return {
    credentials,
    vouch: async (token) => {
      await source.as(token, () => credentials.get())
    },
  }
}
