import type { Clock, DeviceStore } from '../../ports/index.ts'
import type { CognitoClient } from '../client.ts'
import type { CognitoConfig } from '../config/config.ts'

/** What the calls to a user pool are made of. */
export interface CognitoCalls {
  readonly config: CognitoConfig
  readonly request: CognitoClient
  readonly clock: Clock
  readonly devices: DeviceStore
}
