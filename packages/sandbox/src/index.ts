/**
 * A local Amazon Cognito for development and tests: one user pool with its hosted UI and one identity
 * pool, over Cognito's own wire format. It binds to loopback and never calls out.
 *
 * @packageDocumentation
 */

export type { Clock } from './clock.ts'
export { createSandbox } from './create-sandbox.ts'
export { DataDirError, type DataDirProblem } from './data-dir/data-dir-error.ts'
export type { SandboxStorage } from './data-dir/open-storage.ts'
export type { Fault } from './http/faults.ts'
export type { SandboxServer } from './http/sandbox-server.ts'
export type {
  CognitoIdentityProvider,
  IdentityPoolOptions,
  IdentityPoolOptionsPatch,
  RoleMapping,
} from './identity-pool/identity-pool-options.ts'
export type { IssuedCredentials } from './identity-pool/identity-pool-state.ts'
export type { OutboxMessage } from './pool/messages/outbox-message.ts'
export type { FormFields } from './pool/options/form-fields.ts'
export type { IdentityProvider } from './pool/options/identity-providers.ts'
export type { PoolOptionsPatch } from './pool/options/patch-pool-options.ts'
export type {
  DeviceConfiguration,
  PasswordPolicy,
  PoolOptions,
  SchemaAttribute,
} from './pool/options/pool-options.ts'
export type { Random } from './random.ts'
export type { Sandbox, SandboxConfig } from './sandbox.ts'
export type { SandboxOptions } from './sandbox-options.ts'
export type { SeedUser } from './seed-users.ts'
export type { ForcedChallenge } from './sign-in/forced-challenge.ts'
export type { TriggerEvent, TriggerName, Triggers } from './triggers/trigger-events.ts'
