import type { Clock } from './clock.ts'
import type { FaultStore } from './http/faults.ts'
import type { OperationContext } from './operation.ts'
import type { KeyRing } from './pool/tokens/keys.ts'
import type { Random } from './random.ts'
import type { SandboxState } from './state.ts'
import type { Triggers } from './triggers/trigger-events.ts'

/** One running sandbox, as its HTTP side sees it. */
export interface Engine {
  readonly state: SandboxState
  readonly clock: Clock
  readonly random: Random
  readonly keys: KeyRing
  readonly faults: FaultStore
  readonly triggers: Triggers
  /** Everything back to how it started. */
  reset(): void
  /** Keeps what has changed. Throws when it cannot be written. */
  changed(): void
  /** The same, and lets others have the data directory. */
  close(): void
}

/** What one request works with, as of now. */
export function operationContext({
  state,
  clock,
  random,
  keys,
  triggers,
}: Engine): OperationContext {
  return {
    state,
    now: clock.now(),
    machineNow: Date.now(),
    random,
    keys,
    triggers,
  }
}
