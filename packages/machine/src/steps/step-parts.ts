import type { Auth } from '../auth.ts'
import type { AuthUser } from '../auth-user.ts'
import type { OwnView } from '../view/views/own-view.ts'

/** Where a step is: before the sign-in form, before the sign-up form, between a confirmed sign-up and the sign-in that follows, or between a sign-in and the app. */
export type StepPosition = 'beforeSignIn' | 'beforeSignUp' | 'afterConfirmSignUp' | 'beforeSignedIn'

/** What a step may look at. */
export interface StepScope<At extends StepPosition = StepPosition> {
  /** The signed-in user; before a sign-in `undefined`. */
  readonly user: At extends 'beforeSignedIn' ? AuthUser : undefined
  /** As it was typed last; empty at first. */
  readonly username: string
}

/** What an action of a step works with. */
export interface StepContext {
  /** Its `fetch` and `getSession` work in a step `beforeSignedIn`. */
  readonly auth: Auth
  /** Aborts when the user cancels or leaves the step, and after `timeoutMs` of {@link createAuth}. */
  readonly signal: AbortSignal
}

/** The names that every view has. */
export type ReservedName =
  | keyof OwnView
  | 'cancel'
  | 'editing'
  | 'leaving'
  | 'signOut'
  | 'goSignIn'
  | 'goSignedIn'
  | 'then'
  | 'toJSON'

/** By name: what the user can do in a step. It is done when one of them resolves. */
export type StepActions = Readonly<
  Record<string, (input: never, context: StepContext) => Promise<unknown>>
>

/** The actions for these inputs. From it TypeScript infers an input while the context has its type from here. */
export type ActionsOf<Inputs> = {
  readonly [Name in keyof Inputs]: (input: Inputs[Name], context: StepContext) => Promise<unknown>
}
