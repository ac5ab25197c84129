import type { AuthUser } from '../auth-user.ts'
import type { ScreenExits } from '../view/views/base-view.ts'
import type { OwnView } from '../view/views/own-view.ts'
import type { StepActions, StepPosition } from './step-parts.ts'

/** What is typed or chosen for an action. */
type InputOf<Action> = Action extends (...given: infer Given) => unknown
  ? Given extends readonly [infer Input, ...unknown[]]
    ? Input
    : undefined
  : never

type Act<Action> = undefined extends InputOf<Action> ? () => void : (input: InputOf<Action>) => void

interface Cancellable {
  /** Drops the action in flight: its signal aborts, and its result changes nothing. */
  readonly cancel: () => void
}

interface SignedInExits extends Cancellable {
  readonly user: AuthUser
  /** Ends the session of this browser. */
  readonly signOut: () => void
}

type Exits<At extends StepPosition> = At extends 'beforeSignedIn'
  ? SignedInExits
  : At extends 'beforeSignIn'
    ? Cancellable
    : ScreenExits

/** What a step shows and can do. */
export type StepView<
  Route extends string,
  At extends StepPosition,
  Shown extends object,
  Actions extends StepActions,
> = OwnView & {
  readonly route: Route
  readonly pending: (keyof Actions & string) | undefined
} & Exits<At> &
  Readonly<Shown> & { readonly [Name in keyof Actions]: Act<Actions[Name]> }
