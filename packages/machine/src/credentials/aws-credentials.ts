import { ConfigError } from '../errors/auth-errors.ts'
import { loadChunk } from '../platform/load-chunk.ts'
import type { AuthPorts, AwsCredentials, ProviderToken, RequestOptions } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import type { CredentialsProvider } from './credentials-keeper.ts'
import type { OpenCredentials } from './open-credentials.ts'

/** The AWS credentials of the current session. */
export interface AwsCredentialsAccess {
  readonly provider: CredentialsProvider
  /** Exchanges a provider's token at the identity pool, before its user is signed in, for an identity id. */
  exchangeProviderToken(token: Secret<ProviderToken>, options: RequestOptions): Promise<string>
  stop(): void
}

/** Loads the code for the identity pool on first use: apps without AWS credentials do not load it. */
export function awsCredentials(
  ports: Pick<AuthPorts, 'identityPool' | 'identityStorage' | 'clock'>,
  keeper: SessionKeeper,
  ready: () => Promise<unknown>,
  timeoutMs: number,
): AwsCredentialsAccess {
  const { identityPool } = ports
  let isStopped = false
  let opening: Promise<OpenCredentials> | undefined

  async function load(): Promise<OpenCredentials> {
    if (!identityPool) {
      throw new ConfigError(
        'AWS credentials need "identityPoolId" in the configuration and createAuth({ identityPool }), which @authchart/machine/identity-pool exports',
      )
    }
    const { openCredentials } = await loadChunk(
      import('./open-credentials.ts'),
      'The code for AWS credentials',
    )
    const opened = openCredentials(identityPool, ports, keeper, ready, timeoutMs)
    if (isStopped) opened.credentials.stop()
    return opened
  }

  async function open(): Promise<OpenCredentials> {
    opening ??= load()
    try {
      return await opening
    } catch (error) {
      // The next call tries to load the chunk again.
      opening = undefined
      throw error
    }
  }

  if (identityPool) {
    keeper.subscribe(({ type }) => {
      if (type !== 'changed' || keeper.user) return
      void open().then(
        ({ credentials }) => credentials.clear(),
        () => undefined,
      )
    })
  }

  const get = async (): Promise<AwsCredentials> => {
    const { generation } = keeper
    return (await open()).credentials.get({ generation })
  }
  return {
    provider: Object.assign(get, { memoized: true as const }),
    exchangeProviderToken: async (token, options) =>
      (await open()).exchangeProviderToken(token, options),
    stop() {
      isStopped = true
      void opening?.then(({ credentials }) => credentials.stop()).catch(() => undefined)
    },
  }
}
