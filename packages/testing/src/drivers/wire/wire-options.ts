import type { AnyStep, AuthFlowType, ScreenEvent } from '@authchart/machine'
import type { CognitoOptions } from '@authchart/machine/cognito'
import type { Walk } from '../../plan/walk.ts'
import type { ExpectedStep } from '../../run/driver.ts'
import type { Tab } from './tab.ts'

/** What is between a user and the machine. */
export interface Surface {
  /** Does what an event says, as a user does it. */
  act(event: ScreenEvent): Promise<unknown> | unknown
  /** Throws what cannot be seen that should be. */
  check?(expected: ExpectedStep): Promise<void>
  close?(): Promise<unknown> | unknown
}

export interface WireOptions {
  /** How sign-ins start: by default with SRP. Another flow saves its arithmetic. */
  readonly flow?: AuthFlowType
  /** How the app is opened: by default with the functions of the view, and no screen to check. */
  readonly surface?: (tab: Tab, walk: Walk) => Promise<Surface> | Surface
  /** `identityPool` of `@authchart/machine/identity-pool`. Without it no walk signs in by another provider's token. */
  readonly identityPool?: CognitoOptions['identityPool']
  /** The steps of the app's own: walks decide how their actions end. Plan with `stepsBehaviour`. */
  readonly steps?: readonly AnyStep[]
}
