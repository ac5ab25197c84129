import { type AuthSnapshot, connect, ownScreenOf } from '@authchart/machine/xstate'
import type { Field, FieldKind } from './panel-source.ts'

interface OwnField {
  readonly kind: string
  readonly isRequired?: boolean
  readonly options?: (shown: object) => readonly { readonly value: string }[]
}

/** The fields of an action of the step that is shown; empty for other events of the app's own. */
export function fieldsInStep(type: string, snapshot: AuthSnapshot): readonly Field[] {
  const { route, step } = ownScreenOf(snapshot) ?? {}
  if (!step?.form || type !== `${route}.${step.form.submit}`) return []
  const shown = connect(snapshot, () => undefined)
  return Object.entries(step.form.fields as Readonly<Record<string, OwnField>>).map(
    ([name, { kind, isRequired, options }]) => ({
      name: `input.${name}`,
      kind: kindOf(kind, options?.(shown)),
      isOptional: kind === 'checkbox' || isRequired === false,
    }),
  )
}

function kindOf(kind: string, options: readonly { readonly value: string }[] = []): FieldKind {
  if (kind === 'choice') return options.map(({ value }) => value)
  return kind === 'checkbox' ? 'flag' : 'text'
}
