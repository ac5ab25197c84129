export { type CognitoClient, cognitoClient } from './client.ts'
export { type CognitoOptions, cognitoPorts } from './cognito-ports.ts'
export { type CognitoConfig, parseConfig } from './config.ts'
export {
  CognitoError,
  ConfigError,
  InvalidAnswerError,
  NetworkError,
  StorageError,
} from './errors.ts'
export { cognitoTokenStore } from './token-store.ts'
export { cognitoUserPool } from './user-pool.ts'
