import type { Clock, DeviceStore } from '../../ports/index.ts'
import type { CognitoClient } from '../client.ts'
import type { CognitoConfig } from '../config/config.ts'

/** The parts that the calls to a user pool share. */
export interface CognitoCalls {
  readonly config: CognitoConfig
  readonly request: CognitoClient
  readonly clock: Clock
  readonly devices: DeviceStore
}
