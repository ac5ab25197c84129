import { routeOf } from '@authchart/machine'
import { type AuthForm, formOf } from '@authchart/machine/forms'
import { english, withTexts } from '@authchart/machine/words'
import { type AuthSnapshot, connect, ownScreenOf, pathOf } from '@authchart/machine/xstate'

/** What a form has, with the key of each text in its place: a text may have a name or an address in it. */
export interface FormFacts {
  /** The route, or a task of the account. */
  readonly name: string
  readonly title: string
  readonly error: string | undefined
  readonly fields: readonly FieldFacts[]
  readonly submit: { readonly event: string; readonly label: string } | undefined
  readonly actions: readonly ActionFacts[]
  readonly sections: readonly FormFacts[]
}

interface FieldFacts {
  readonly name: string
  readonly kind: string
  readonly label: string
  readonly isRequired: boolean
  readonly rules: readonly string[]
  readonly error: string | undefined
}

interface ActionFacts {
  readonly name: string
  readonly event: string
  readonly label: string
  readonly isDisabled: boolean
}

const keys = withTexts(english, (key, { label }) =>
  key === 'field.optional' ? String(label) : key,
)

/** The form of a snapshot, as an app without options of its own has it; `undefined` for a state of the app’s own that has none. */
export function formFacts(snapshot: AuthSnapshot): FormFacts | undefined {
  const path: string = pathOf(snapshot)
  if (!Object.hasOwn(routeOf, path) && !ownScreenOf(snapshot)?.step) return undefined
  return factsOf(
    formOf(
      connect(snapshot, () => undefined),
      { words: keys },
    ),
  )
}

function factsOf(form: AuthForm): FormFacts {
  const { name, title, error, fields, actions, sections, submitLabel, submitAttributes } = form
  return {
    name,
    title,
    error,
    fields: fields.map(({ name, kind, label, isRequired, rules, error }) => ({
      name,
      kind,
      label,
      isRequired,
      rules: rules.map(({ rule }) => rule),
      error,
    })),
    submit:
      submitLabel === undefined
        ? undefined
        : { event: String(submitAttributes['data-action']), label: submitLabel },
    actions: actions.map(({ name, event, label, isDisabled }) => ({
      // Its key names the device of a person.
      name: name.replace(/^(rememberDevice|forgetDevice)\..*/, '$1'),
      event,
      label,
      isDisabled,
    })),
    sections: sections.map(factsOf),
  }
}
