import type { AuthRoute } from '../../view/route.ts'
import type { FormOptions } from '../form-options.ts'
import type { FieldDescription } from './description.ts'

/** The developer's own fields of a screen, in their order. */
export function extraFields(
  route: AuthRoute,
  { extraFields = [] }: FormOptions,
): readonly FieldDescription[] {
  return extraFields
    .filter((field) => field.route === route)
    .map(({ to, name, label, hint, kind = 'text', isRequired = false, autocomplete = 'off' }) => ({
      name: `${to}.${name}`,
      kind,
      label: { text: label },
      hint: hint === undefined ? undefined : { text: hint },
      isRequired,
      autocomplete,
    }))
}
