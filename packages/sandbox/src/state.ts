import type { HostedUiState } from './hosted-ui/hosted-ui-state.ts'
import type { IdentityPoolState } from './identity-pool/identity-pool-state.ts'
import type { Attempts } from './pool/credentials/attempts.ts'
import type { OutboxMessage } from './pool/messages/outbox-message.ts'
import type { PoolOptions } from './pool/options/pool-options.ts'
import type { PasskeyRegistration } from './pool/passkeys/pending-registration.ts'
import type { RefreshToken, TokenFamily } from './pool/tokens/token-family.ts'
import type { Group } from './pool/users/group.ts'
import type { User } from './pool/users/user.ts'
import type { ForcedChallenge } from './sign-in/forced-challenge.ts'
import type { ChallengeSession } from './sign-in/pending-challenge.ts'
import type { Store } from './store/store.ts'
import type { Table } from './store/table.ts'

/** The state that operations read and change. */
export interface SandboxState {
  readonly region: string
  readonly userPoolId: string
  readonly clientId: string
  options: PoolOptions
  /** By sub. */
  readonly users: Table<User>
  /** By name. */
  readonly groups: Store<Group>
  /** By the opaque token that the client returns. */
  readonly challengeSessions: Map<string, ChallengeSession>
  /** By challenge, oldest first. */
  readonly passkeyRegistrations: Map<string, PasskeyRegistration>
  /** The challenges that the control address forces, in order. */
  readonly forcedChallenges: ForcedChallenge[]
  /** Failed passwords, wrong codes and resends, by limit. */
  readonly attempts: Map<string, Attempts>
  /** By event_id: one family per sign-in. */
  readonly families: Table<TokenFamily>
  /** By the SHA-256 of the token. */
  readonly refreshTokens: Table<RefreshToken>
  readonly identityPool: IdentityPoolState
  readonly hostedUi: HostedUiState
  /** Oldest first. */
  readonly outbox: OutboxMessage[]
  /** Derives stable responses for unknown users from their names; hex. */
  secret: string
}
