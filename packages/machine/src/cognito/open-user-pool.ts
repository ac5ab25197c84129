import type { Clock, UserPool } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { withUserContext } from './calls/user-context.ts'
import { cognitoUserPool } from './calls/user-pool.ts'
import { cognitoClient } from './client.ts'
import type { CognitoConfig } from './config/config.ts'
import { cognitoDeviceStore } from './devices/device-store.ts'

interface UserPoolOptions {
  readonly config: CognitoConfig
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  /** Stores the devices. */
  readonly storage: KeyValueStorage
}

/** The calls to a user pool: a lazy chunk with all that sends requests and reads responses. */
export function openUserPool({ config, fetch, clock, storage }: UserPoolOptions): UserPool {
  return cognitoUserPool({
    config,
    request: withUserContext(cognitoClient(config.endpoint, fetch), config),
    clock,
    devices: cognitoDeviceStore(storage, config.userPoolClientId),
  })
}
