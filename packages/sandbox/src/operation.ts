import type { KeyRing } from './pool/keys.ts'
import type { Random } from './random.ts'
import type { SandboxState } from './state.ts'

export interface OperationContext {
  readonly state: SandboxState
  /** Sandbox time, epoch ms. */
  readonly now: number
  /** The machine's time, epoch ms: clients stamp SRP claims with it while tests move `now`. */
  readonly machineNow: number
  readonly random: Random
  readonly keys: KeyRing
}

/** One API operation: the parsed JSON body in, the answer out; errors are thrown as CognitoError. */
export type Operation = (context: OperationContext, request: unknown) => object | Promise<object>
