import type { Clock } from './clock.ts'
import type { FaultStore } from './http/faults.ts'
import type { OperationContext } from './operation.ts'
import type { KeyRing } from './pool/tokens/keys.ts'
import type { Random } from './random.ts'
import type { SandboxState } from './state.ts'
import type { Triggers } from './triggers/trigger-events.ts'

/** A running sandbox, as its HTTP side sees it. */
export interface Engine {
  readonly state: SandboxState
  readonly clock: Clock
  readonly random: Random
  readonly keys: KeyRing
  readonly faults: FaultStore
  readonly triggers: Triggers
  /** Resets everything to the state at the start. */
  reset(): void
  /** Writes the changes to the data directory or the storage. Throws if that fails. */
  changed(): void
  /** Writes the changes and releases the data. */
  close(): void
}

/** What one request works with, at the current time. */
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
