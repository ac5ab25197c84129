import type { AuthForm, FormName, FormValues } from '../auth-form.ts'

/** The texts of a form element, by the names of its fields. They are read on submit and stored nowhere. */
export function readValues(element: HTMLFormElement | null | undefined): FormValues {
  if (!element) return {}
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(element)) {
    if (typeof value === 'string') values[name] = value
  }
  return values
}

/** The e-mail addresses and phone numbers among the values: not secret, and shown whole on the next screen. */
export function contactsIn({ fields }: AuthForm, values: FormValues): readonly string[] {
  return fields
    .filter(({ name, kind }) => kind === 'email' || kind === 'phone' || name === 'username')
    .map(({ name }) => (values[name] ?? '').trim())
    .filter((value) => value !== '')
}

/** The form of that name: the screen itself, or one of its sections. */
export function formNamed(form: AuthForm, name: FormName | undefined): AuthForm | undefined {
  return [form, ...form.sections].find((other) => other.name === name)
}

/** The form whose element has that id. */
export function formWithId(form: AuthForm, id: string | null): AuthForm | undefined {
  return [form, ...form.sections].find(({ attributes }) => attributes.id === id)
}
