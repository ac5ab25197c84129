import type { ScreenEvent } from '../chart/events.ts'
import type { AnyStep } from '../steps/step.ts'
import type { AuthSnapshot } from './path.ts'

/** On the view of a step: what its form is made of. Not a string, so that nothing shows or logs it. */
export const formKey: unique symbol = Symbol.for('@authchart/machine:form')

/** What a reload resumes: the screen that checks again which of its steps are needed. */
export type ResumedAt = 'signIn' | 'signUp' | 'confirmed'

/** The screen of a state that is not one of ours: `meta.screen` of the state. */
export interface OwnScreen {
  readonly route: string
  /** Where `defineStep` has made it. */
  readonly step?: AnyStep | undefined
  readonly resumedAt?: ResumedAt | undefined
  /** What the screen shows. */
  show(snapshot: AuthSnapshot): object
  /** What its user can do. */
  act(send: (event: ScreenEvent) => void): object
}

/** The screen of the active state, or of one around it; `undefined` without one, as in the shipped chart. */
export function ownScreenOf(snapshot: AuthSnapshot): OwnScreen | undefined {
  const all = Object.values<{ screen?: OwnScreen } | undefined>(snapshot.getMeta())
  return all.find((meta) => meta?.screen)?.screen
}
