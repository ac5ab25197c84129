import { cookieStorage } from '../browser/cookie-storage.ts'
import { pageLife } from '../browser/page-life.ts'
import { sessionPendingStore } from '../browser/session-pending-store.ts'
import { tabChannel } from '../browser/tab-channel.ts'
import { tabLock } from '../browser/tab-lock.ts'
import { webStorage } from '../browser/web-storage.ts'
import { memoryVault } from '../memory/memory-vault.ts'
import type { AuthPorts, Clock } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { cognitoClient } from './client.ts'
import { parseConfig } from './config.ts'
import { cognitoDeviceStore } from './device-store.ts'
import { cognitoTokenStore } from './token-store.ts'
import { cognitoUserPool } from './user-pool.ts'

export interface CognitoOptions {
  /**
   * `{ userPoolId, userPoolClientId, region?, endpoint? }`, the sandbox's JSON line,
   * `amplify_outputs.json`, `aws-exports.js`, or what `Amplify.configure` takes.
   */
  config: unknown
  /** Where tokens rest. What `cookieStorage` of `config` says, or else `localStorage`, unless told. */
  storage?: KeyValueStorage | undefined
  /** Instead of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined
  clock?: Clock | undefined
}

/**
 * The ports over a Cognito user pool.
 *
 * @throws ConfigError
 */
export function cognitoPorts({ config, storage, fetch, clock = Date }: CognitoOptions): AuthPorts {
  const pool = parseConfig(config)
  // Looked up at each request: others may replace the global one later.
  const send: typeof globalThis.fetch = fetch ?? ((...request) => globalThis.fetch(...request))
  const kept =
    storage ?? (pool.cookieStorage ? cookieStorage(pool.cookieStorage) : webStorage('localStorage'))
  const name = `authchart.${pool.userPoolClientId}`
  return {
    userPool: cognitoUserPool({
      config: pool,
      request: cognitoClient(pool.endpoint, send),
      clock,
      devices: cognitoDeviceStore(kept, pool.userPoolClientId),
    }),
    tokenStore: cognitoTokenStore(kept, pool.userPoolClientId),
    pendingStore: sessionPendingStore(pool.userPoolClientId),
    vault: memoryVault(clock),
    clock,
    channel: tabChannel(name, (key) => isSessionKey(key, pool.userPoolClientId)),
    lock: tabLock(name),
    pageLife,
  }
}

/** Of what is written when somebody signs in, out or is refreshed, the last: then the rest is there. */
const isSessionKey = (key: string, clientId: string) =>
  key.startsWith(`CognitoIdentityServiceProvider.${clientId}.`) &&
  /\.(LastAuthUser|accessToken)$/.test(key)
