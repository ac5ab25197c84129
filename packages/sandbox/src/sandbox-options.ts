import type { SandboxStorage } from './data-dir/open-storage.ts'
import type { IdentityPoolOptionsPatch } from './identity-pool/identity-pool-options.ts'
import type { PoolOptionsPatch } from './pool/options/patch-pool-options.ts'
import type { Random } from './random.ts'
import type { SeedUser } from './seed-users.ts'
import type { Triggers } from './triggers/trigger-events.ts'

export interface SandboxOptions {
  /** Default `us-east-1`. */
  readonly region?: string | undefined
  /** `<region>_<letters and digits>`; default `<region>_Sandbox01`. */
  readonly userPoolId?: string | undefined
  /** Letters, digits and `_`; default `sandboxclient0000000000001`. */
  readonly userPoolClientId?: string | undefined
  /** Options of the pool and its client. Omitted options have their defaults. */
  readonly pool?: PoolOptionsPatch | undefined
  /** Confirmed users, who exist from the start and after each reset. */
  readonly users?: readonly SeedUser[] | undefined
  /** `<region>:<uuid>`; default `<region>:00000000-0000-4000-8000-000000000001`. */
  readonly identityPoolId?: string | undefined
  /** Options of the identity pool. Omitted options have their defaults. */
  readonly identityPool?: IdentityPoolOptionsPatch | undefined
  /**
   * A directory that stores users, identities, keys and refresh tokens between runs. Changes are
   * handed to the operating system before the response is sent: they survive the death of the
   * process (`kill -9`), but not always that of the machine. In Node alone.
   */
  readonly dataDir?: string | undefined
  /**
   * Stores what `dataDir` stores, as one item of a Web Storage: for a sandbox in a page, whose users shall
   * survive a reload. One page at a time: the last one that writes replaces the item. Example: `localStorage`.
   */
  readonly storage?: SandboxStorage | undefined
  /** Functions in place of the pool's Lambda triggers. */
  readonly triggers?: Triggers | undefined
  /** The source of random bytes (salts, codes, ids, tokens). Default: the system. */
  readonly random?: Random | undefined
}
