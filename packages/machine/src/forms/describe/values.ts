import type { AuthRoute } from '../../view/route.ts'
import type { FormValues } from '../auth-form.ts'
import type { FieldTarget, FormOptions } from '../form-options.ts'

type Texts = Readonly<Record<string, string>>

const prefix = 'attributes.'

/** The value of a field; empty for one that the form does not have. */
export function textOf(values: FormValues, name: string): string {
  return values[name] ?? ''
}

/** The attributes that were filled in, by their names; `undefined` for none. */
export function attributesOf(values: FormValues): Texts | undefined {
  return filled(
    Object.entries(values)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )
}

/** What the developer's own fields add to the payload of a screen. */
export function extrasOf(
  route: AuthRoute,
  { extraFields = [] }: FormOptions,
  values: FormValues,
): Readonly<Record<Exclude<FieldTarget, 'attributes'>, Texts | undefined>> {
  const of = (target: FieldTarget) =>
    filled(
      extraFields
        .filter((field) => field.route === route && field.to === target)
        .map((field) => [field.name, textOf(values, `${target}.${field.name}`)]),
    )
  return { validationData: of('validationData'), clientMetadata: of('clientMetadata') }
}

function filled(entries: readonly (readonly [string, string])[]): Texts | undefined {
  const some = entries.filter(([, value]) => value !== '')
  return some.length > 0 ? Object.fromEntries(some) : undefined
}
