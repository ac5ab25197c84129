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

/**
 * Which action a form submits, and a field for each member of its input. While TypeScript has not inferred an input, its
 * fields may be any: otherwise the form would end the inference, and `options` would not know what the step shows.
 */
export type StepForm<Inputs, Shown> =
  | {
      readonly [Name in keyof Inputs & string]: {
        readonly submit: Name
        readonly fields: unknown extends Inputs[Name]
          ? AnyFields<Shown>
          : {
              readonly [Member in keyof Inputs[Name] & string]: StepField<
                Shown,
                Inputs[Name][Member]
              >
            }
      }
    }[keyof Inputs & string]
  | (unknown extends Inputs
      ? { readonly submit: string; readonly fields: AnyFields<Shown> }
      : never)

interface AnyFields<Shown> {
  readonly [member: string]: {
    readonly kind: string
    // Not `unknown`: for a type with a literal, TypeScript keeps the literals of the options.
    readonly options?: (shown: Shown) => readonly StepOption<'' | NonNullable<unknown>>[]
  }
}

type MemberOf<Inputs> = { [Name in keyof Inputs]: keyof Inputs[Name] & string }[keyof Inputs]

/**
 * Texts of a step by the end of their keys: `title` is `step.acceptTerms.title` in the words. A failure belongs to all
 * steps: `failure.tooYoung` is `step.failure.tooYoung`.
 */
export type StepTexts<Inputs> = {
  readonly [Key in
    | 'title'
    | 'text'
    | `action.${keyof Inputs & string}`
    | `status.${keyof Inputs & string}`
    | `field.${MemberOf<Inputs>}`
    | `hint.${MemberOf<Inputs>}`]?: string
} & { readonly [Key in `failure.${string}` | `option.${string}`]?: string }
