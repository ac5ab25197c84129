import type { InputOf } from './step-view.ts'

interface FieldOf<Kind extends string> {
  readonly kind: Kind
  /** By default true, but for a checkbox: one that is required has to be checked. */
  readonly isRequired?: boolean | undefined
  /** HTML's `autocomplete`; `'off'` by default. */
  readonly autocomplete?: string | undefined
}

interface ChoiceOf<Shown, Value> extends FieldOf<'choice'> {
  /** What can be chosen, from what the step shows. Pure. */
  readonly options: (shown: Shown) => readonly StepOption<Value>[]
}

/** One choice of a field. */
export interface StepOption<Value = string> {
  readonly value: Value
  /** By default the text `option.value` of the step. */
  readonly label?: string | undefined
}

/** The field for one member of an action's input. */
export type StepField<Shown, Value> = [Value] extends [boolean | undefined]
  ? FieldOf<'checkbox'>
  : FieldOf<'text' | 'email' | 'phone' | 'code' | 'date' | 'url'> | ChoiceOf<Shown, Value>

/** Which action a form submits, and a field for each member of its input. */
export type StepForm<Actions, Shown> = {
  readonly [Name in keyof Actions & string]: {
    readonly submit: Name
    readonly fields: {
      readonly [Member in keyof InputOf<Actions[Name]> & string]: StepField<
        Shown,
        InputOf<Actions[Name]>[Member]
      >
    }
  }
}[keyof Actions & string]

type MemberOf<Actions> = {
  [Name in keyof Actions]: keyof InputOf<Actions[Name]> & string
}[keyof Actions]

/**
 * Texts of a step by the end of their keys: `title` is `step.acceptTerms.title` in the words. A failure belongs to all
 * steps: `failure.tooYoung` is `step.failure.tooYoung`.
 */
export type StepTexts<Actions> = {
  readonly [Key in
    | 'title'
    | 'text'
    | `action.${keyof Actions & string}`
    | `status.${keyof Actions & string}`
    | `field.${MemberOf<Actions>}`
    | `hint.${MemberOf<Actions>}`]?: string
} & { readonly [Key in `failure.${string}` | `option.${string}`]?: string }
