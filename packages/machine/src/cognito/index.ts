export { type CognitoOptions, cognitoPorts } from '../default-ports.ts'
export { ConfigError } from '../errors/auth-errors.ts'
export type { CognitoCalls } from './calls/cognito-calls.ts'
export { cognitoUserPool } from './calls/user-pool.ts'
export { type CognitoClient, cognitoClient } from './client.ts'
export { type CognitoConfig, parseConfig } from './config/config.ts'
export type { HostedUiConfig } from './config/hosted-ui-config.ts'
export type { IdentityPoolConfig } from './config/identity-pool-config.ts'
export { cognitoDeviceStore } from './devices/device-store.ts'
export {
  CognitoError,
  DeviceNotFoundError,
  DeviceRefusedError,
  IncorrectPasswordError,
  InvalidAnswerError,
  NetworkError,
  TotpRefusedError,
} from './errors.ts'
export type { IdentityPoolOptions } from './identity-pool/identity-pool.ts'
export { StorageError } from './stores/storage-error.ts'
export { cognitoTokenStore } from './stores/token-store.ts'
