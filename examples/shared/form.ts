import type { AuthFailure, FailureField } from '@authchart/machine'
import { messageOf } from './messages.ts'

/** What the form's alert says, and the field it is about. */
export interface FormError {
  readonly field: FailureField | undefined
  readonly message: string
}

/** Fields are named after what a failure may point at; one that a form does not have is empty. */
export type FormValues = Readonly<Record<FailureField, string>>

/** The id of the alert of the form: there is one form to a screen. */
export const alertId = 'form-alert'

const emptyMessages: FormValues = {
  username: 'Enter your email address.',
  password: 'Enter a password.',
  code: 'Enter the code we sent you.',
}

/** Never trims the password: spaces may be part of it. */
export function readForm(form: HTMLFormElement): FormValues {
  return {
    username: fieldOf(form, 'username')?.value.trim() ?? '',
    password: fieldOf(form, 'password')?.value ?? '',
    code: fieldOf(form, 'code')?.value.trim() ?? '',
  }
}

/** The first required field that was left empty, in our own words instead of the browser's. */
export function findEmpty(form: HTMLFormElement, values: FormValues): FormError | undefined {
  const fields: readonly FailureField[] = ['username', 'password', 'code']
  const field = fields.find((name) => fieldOf(form, name)?.required && values[name] === '')
  return field && { field, message: emptyMessages[field] }
}

export function toFormError(failure: AuthFailure | undefined): FormError | undefined {
  return failure && { field: failure.field, message: messageOf(failure) }
}

export function fieldOf(form: HTMLFormElement, name: FailureField): HTMLInputElement | undefined {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : undefined
}
