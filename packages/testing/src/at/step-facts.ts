import type { AnyStep, AuthUser, StepError } from '@authchart/machine'
import type { AnswerBy, Answers } from './answers.ts'
import type { RequestFailure } from './messages-at.ts'

/** What an action of a step is given. */
type InputOf<Action> = Action extends (input: infer Input, ...more: never) => unknown
  ? Input
  : undefined

/** What the action of a step ends with: it is done, it fails, or a function says how. One that throws rejects. */
type EndOfAction<Action> = 'done' | RequestFailure | StepError | AnswerBy<InputOf<Action>, unknown>

/** By `route.action`: how the actions of the steps end that the UI calls. */
export type StepAnswers<Steps extends readonly AnyStep[]> = {
  readonly [Key in ActionKey<Steps[number]>]?: ActionAt<Steps[number], Key> | undefined
}

type ActionKey<Step extends AnyStep> = Step extends AnyStep
  ? `${Step['route']}.${keyof Step['actions'] & string}`
  : never

type ActionAt<Step extends AnyStep, Key> = Key extends `${infer Route}.${infer Name}`
  ? EndOfAction<Extract<Step, { readonly route: Route }>['actions'][Name]>
  : never

/** For whom the step is shown; what is left out is an example. */
type For<Step extends AnyStep> = Step['at'] extends 'beforeSignedIn'
  ? { readonly user?: Partial<AuthUser> | undefined }
  : { readonly username?: string | undefined }

/** At most one of them: what the action has failed with last, or an action in flight. */
type ProgressOf<Step extends AnyStep> =
  | {
      /** A {@link StepError} is one of the step's own; a code is of a request. */
      readonly failure?: RequestFailure | StepError | undefined
      readonly isPending?: false | undefined
      readonly pending?: undefined
    }
  | {
      readonly failure?: undefined
      /** The action of its form is in flight, or else its first one. */
      readonly isPending?: true | undefined
      /** Another action. */
      readonly pending?: (keyof Step['actions'] & string) | undefined
    }

/** Where an auth is to be in a chart with steps of the app's own. */
export interface WithSteps<Steps extends readonly AnyStep[]> {
  /** As `createAuth` gets them. The screen of `route` is shown, needed or not; its actions are not called. */
  readonly steps: Steps
  /** By request, and by action of a step (`acceptTerms.accept`); the others stay in flight. */
  readonly answers?: (Answers & StepAnswers<Steps>) | undefined
}

/** The facts of a step's screen. */
export type StepPlaceAt<Step extends AnyStep> = For<Step> & ProgressOf<Step>
