import type { KeyRing } from './pool/tokens/keys.ts'
import type { Random } from './random.ts'
import type { SandboxState } from './state.ts'
import type { Triggers } from './triggers/trigger-events.ts'

export interface OperationContext {
  readonly state: SandboxState
  /** Sandbox time, epoch ms. */
  readonly now: number
  /** The machine's time, epoch ms: clients stamp SRP claims with it while tests move `now`. */
  readonly machineNow: number
  readonly random: Random
  readonly keys: KeyRing
  readonly triggers: Triggers
  /** ClientMetadata of the request, for the triggers that are given it. */
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
  /** ValidationData of SignUp, ClientMetadata of InitiateAuth: for the triggers that check. */
  readonly validationData?: Readonly<Record<string, string>> | undefined
}

/** One API operation: the parsed JSON body in, the answer out; errors are thrown as CognitoError. */
export type Operation = (context: OperationContext, request: unknown) => object | Promise<object>
