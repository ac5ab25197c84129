import type { OwnView } from '../view/views/own-view.ts'
import type { StepForm, StepTexts } from './step-form.ts'
import type { ActionsOf, ReservedName, StepActions, StepPosition, StepScope } from './step-parts.ts'
import type { StepView } from './step-view.ts'

/** The view that a step has, for types alone. */
declare const viewOf: unique symbol

/** Any step: see {@link defineStep}. */
export interface AnyStep {
  readonly route: string
  readonly at: StepPosition
  isNeeded(scope: StepScope): boolean
  show?(scope: StepScope): object
  readonly actions: StepActions
  readonly states?: object | undefined
  readonly form?: { readonly submit: string; readonly fields: object } | undefined
  readonly texts?: object | undefined
  readonly description?: string | undefined
  readonly [viewOf]?: OwnView
}

/** What {@link defineStep} takes. The type `Inputs` has, by name, what is typed or chosen for each action. */
export interface StepDefinition<
  Route extends string,
  At extends StepPosition,
  Shown extends object,
  Inputs,
> {
  /** Its name: `view.route`, and the state of the chart. */
  readonly route: Route
  readonly at: At
  /**
   * Whether the step has to be shown. It is called when the screen behind the step is about to be entered, also after a
   * reload, and again while the step waits: the step ends when it is not needed any more, e.g. because the user has done
   * it in another tab. Pure and not async; if it throws, the step is shown.
   */
  readonly isNeeded: (scope: StepScope<At>) => boolean
  /** What the view of the step has beside its actions. Pure. */
  readonly show?: (scope: StepScope<At>) => Shown & { readonly [Name in ReservedName]?: never }
  /**
   * What the user can do. When an action resolves, the step is done. When it rejects, the step is shown again with
   * `view.failure`; a {@link StepError} says which field it is about.
   */
  readonly actions: ActionsOf<Inputs> & { readonly [Name in ReservedName]?: never }
  /**
   * In place of one leaf for each action: a state config of your own, see `stepSetup` of `@authchart/machine/xstate`. Its
   * events and its actors are named `route.action`; it is done in a state of the type `final`.
   */
  readonly states?: object | undefined
  /**
   * The fields of the action that its form submits. By default a form has no field, and a button for each action.
   * Beside a `show` that uses its parameter, that parameter has to name its type, `StepScope<'beforeSignedIn'>`, for `options`
   * to know the type of the result of `show`.
   */
  readonly form?: StepForm<NoInfer<Inputs>, NoInfer<Shown>> | undefined
  /** The texts of its form in the default language; another one has them as words with the key `step.route.…`. */
  readonly texts?: StepTexts<NoInfer<Inputs>> | undefined
  /** For people who read the chart. */
  readonly description?: string | undefined
}

/** A step of the app's own: see {@link defineStep}. */
export interface Step<
  Route extends string,
  At extends StepPosition,
  Shown extends object,
  Actions extends StepActions,
> extends AnyStep {
  readonly route: Route
  readonly at: At
  readonly isNeeded: (scope: StepScope<At>) => boolean
  readonly show?: (scope: StepScope<At>) => Shown
  readonly actions: Actions
  readonly [viewOf]?: StepView<Route, At, Shown, Actions>
}

/** The view of a step, e.g. `ViewOfStep<typeof acceptTerms>`. */
export type ViewOfStep<S extends AnyStep> = NonNullable<S[typeof viewOf]>
