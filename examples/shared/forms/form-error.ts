import type { AuthFailure } from '@authchart/machine'
import { attributeInput } from '../account/attributes.ts'
import { messageOf } from '../texts/messages.ts'
import { attributeOf, type FieldName, fieldFor, inputsOf, type PlainField } from './form.ts'

/** What the form's alert says, and the fields it may be about: a form marks those that it has. */
export interface FormError {
  readonly fields: readonly FieldName[]
  readonly message: string
}

/** For a form that would save what is stored already. */
export const nothingChanged: FormError = {
  fields: [],
  message: 'This is what we have already. Change something first.',
}

const emptyMessages: Readonly<
  Record<Exclude<PlainField, 'deviceName' | 'rememberDevice' | 'provider' | 'displayName'>, string>
> = {
  username: 'Enter your email address.',
  previousPassword: 'Enter your current password.',
  password: 'Enter a password.',
  code: 'Enter the code.',
  answer: 'Enter your answer.',
  mfaType: 'Choose one of these.',
  contact: 'Choose one of these.',
  confirmation: 'Type the word to go on.',
  issuer: 'Enter the host of the issuer.',
  identityId: 'Enter the identity id that came with the token.',
  token: 'Paste the token of the provider.',
}

/**
 * The first required field that was left empty, in our own words instead of the browser's.
 *
 * @param only the name of the only field that is needed.
 */
export function findEmpty(form: HTMLFormElement, only?: FieldName): FormError | undefined {
  const empty = inputsOf(form).find(
    (input) =>
      input.required &&
      (only === undefined || input.name === only) &&
      (input.type === 'radio' ? input.validity.valueMissing : input.value.trim() === ''),
  )
  if (!empty) return undefined
  const name = empty.name as FieldName
  const attribute = attributeOf(name)
  const message = attribute
    ? `Enter your ${attributeInput(attribute).label.toLowerCase()}.`
    : emptyMessages[name as keyof typeof emptyMessages]
  return { fields: [name], message }
}

export function toFormError(failure: AuthFailure | undefined): FormError | undefined {
  if (!failure) return undefined
  const { field, attribute = field === 'email' ? field : undefined } = failure
  const named = attribute === undefined ? undefined : fieldFor(attribute)
  const fields = [named, field === 'email' ? undefined : field]
  return {
    fields: [...new Set(fields)].filter((name) => name !== undefined),
    message: messageOf(failure),
  }
}
