export { ConfigError } from '../config-error.ts'
export { type CognitoClient, cognitoClient } from './client.ts'
export type { CognitoCalls } from './cognito-calls.ts'
export { type CognitoOptions, cognitoPorts } from './cognito-ports.ts'
export { type CognitoConfig, parseConfig } from './config.ts'
export { cognitoDeviceStore } from './device-store.ts'
export {
  CognitoError,
  DeviceNotFoundError,
  DeviceRefusedError,
  IncorrectPasswordError,
  InvalidAnswerError,
  NetworkError,
  StorageError,
  TotpRefusedError,
} from './errors.ts'
export type { HostedUiConfig } from './hosted-ui-config.ts'
export type { IdentityPoolOptions } from './identity-pool/identity-pool.ts'
export type { IdentityPoolConfig } from './identity-pool-config.ts'
export { cognitoTokenStore } from './token-store.ts'
export { cognitoUserPool } from './user-pool.ts'
