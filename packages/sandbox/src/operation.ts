import type { KeyRing } from './pool/tokens/keys.ts'
import type { Random } from './random.ts'
import type { SandboxState } from './state.ts'
import type { Triggers } from './triggers/trigger-events.ts'

export interface OperationContext {
  readonly state: SandboxState
  /** The sandbox's time, epoch ms. */
  readonly now: number
  /** The machine's time, epoch ms: clients sign SRP claims with it while tests move `now`. */
  readonly machineNow: number
  readonly random: Random
  readonly keys: KeyRing
  readonly triggers: Triggers
  /** ClientMetadata of the request, for the triggers that receive it. */
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
  /**
   * ValidationData of SignUp or ClientMetadata of InitiateAuth, for the triggers that receive it.
   */
  readonly validationData?: Readonly<Record<string, string>> | undefined
}

/**
 * One API operation: takes the parsed JSON body, returns the response body. Errors are thrown as
 * CognitoError.
 */
export type Operation = (context: OperationContext, request: unknown) => object | Promise<object>
