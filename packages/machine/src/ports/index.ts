import type { Clock } from './clock.ts'
import type { PendingStore } from './pending-store.ts'
import type { TokenStore } from './token-store.ts'
import type { UserPool } from './user-pool.ts'
import type { Vault } from './vault.ts'

/** Everything outside the chart. Each can be replaced. */
export interface AuthPorts {
  readonly userPool: UserPool
  readonly tokenStore: TokenStore
  readonly pendingStore: PendingStore
  readonly vault: Vault
  readonly clock: Clock
}

export type { Clock } from './clock.ts'
export type { PendingScreen, PendingStore } from './pending-store.ts'
export type { TokenSet, TokenStore } from './token-store.ts'
export type {
  Challenge,
  ClientMetadata,
  CodeDelivery,
  ConfirmSignUpInput,
  RequestOptions,
  SignInInput,
  SignInOutcome,
  SignUpInput,
  SignUpOutcome,
  UserPool,
} from './user-pool.ts'
export type { Vault } from './vault.ts'
