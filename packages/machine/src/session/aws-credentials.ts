import { ConfigError } from '../config-error.ts'
import type { AuthPorts, ProviderToken } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { CredentialsKeeper, type CredentialsProvider } from './credentials-keeper.ts'
import { LoginSource } from './login-source.ts'
import type { SessionKeeper } from './session-keeper.ts'

/** AWS credentials beside the session: they follow it, and never lead it. */
export interface AwsCredentialsAccess {
  readonly provider: CredentialsProvider
  /** Has the identity pool accept a provider's token before anybody is signed in by it. */
  vouch(token: Secret<ProviderToken>): Promise<void>
  stop(): void
}

export function awsCredentials(
  {
    identityPool,
    identityStorage,
    clock,
  }: Pick<AuthPorts, 'identityPool' | 'identityStorage' | 'clock'>,
  keeper: SessionKeeper,
  ready: () => Promise<unknown>,
  timeoutMs: number,
): AwsCredentialsAccess {
  if (!identityPool) {
    const refuse = async () => {
      throw new ConfigError('AWS credentials need an identity pool: "identityPoolId" is missing')
    }
    const provider = Object.assign(refuse, { memoized: true as const })
    return { provider, vouch: refuse, stop: () => undefined }
  }
  const source = new LoginSource(keeper, identityPool.userPoolLogin, ready)
  const credentials = new CredentialsKeeper({
    identityPool,
    clock,
    storage: identityStorage,
    getLogins: () => source.get(),
    timeoutMs,
  })
  keeper.listen(({ type }) => {
    if (type === 'held' && !keeper.user) void credentials.clear()
  })
  return {
    provider: credentials.provider,
    vouch: async (token) => {
      await source.as(token, () => credentials.get())
    },
    stop: () => credentials.stop(),
  }
}
