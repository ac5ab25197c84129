import type { AuthFailure, FailureCode, ViewOf } from '@authchart/machine'
import { attributeInput } from './attributes.ts'
import { messageOf } from './messages.ts'

/** What a form has to know of its screen. */
export type FormView = Pick<ViewOf<'signIn'>, 'isPending' | 'pending' | 'failure' | 'cancel'>

const plainFields = [
  'username',
  'previousPassword',
  'password',
  'code',
  'answer',
  'mfaType',
  'contact',
  'deviceName',
  'rememberDevice',
  'confirmation',
] as const

type PlainField = (typeof plainFields)[number]
type AttributeField = `attributes.${string}`

/** Inputs are named after what a failure may point at, and those of attributes by `fieldFor`. */
export type FieldName = PlainField | AttributeField

/** One that a form does not have is empty. */
export interface FormValues extends Readonly<Record<PlainField, string>> {
  readonly attributes: Readonly<Record<string, string>>
}

/** What the form's alert says, and the fields it may be about: a form marks those that it has. */
export interface FormError {
  readonly fields: readonly FieldName[]
  readonly message: string
}

const prefix = 'attributes.'

/** The name of an attribute's input. */
export const fieldFor = (attribute: string): AttributeField => `${prefix}${attribute}`

export function readForm(form: HTMLFormElement): FormValues {
  const texts = new Map<string, string>()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') texts.set(name, clean(name, value))
  }
  return {
    ...(Object.fromEntries(plainFields.map((name) => [name, texts.get(name) ?? ''])) as Record<
      PlainField,
      string
    >),
    attributes: Object.fromEntries(
      [...texts]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value]),
    ),
  }
}

/** Spaces may be part of a password or an answer, but never of a code, where people like to see them. */
function clean(name: string, value: string): string {
  if (name === 'password' || name === 'previousPassword' || name === 'answer') return value
  return name === 'code' ? value.replaceAll(/\s/g, '') : value.trim()
}

const emptyMessages: Readonly<
  Record<Exclude<PlainField, 'deviceName' | 'rememberDevice'>, string>
> = {
  username: 'Enter your email address.',
  previousPassword: 'Enter your current password.',
  password: 'Enter a password.',
  code: 'Enter the code.',
  answer: 'Enter your answer.',
  mfaType: 'Choose one of these.',
  contact: 'Choose one of these.',
  confirmation: 'Type the word to go on.',
}

/** The first required field that was left empty, in our own words instead of the browser's. */
export function findEmpty(form: HTMLFormElement): FormError | undefined {
  const empty = inputsOf(form).find(
    (input) =>
      input.required &&
      (input.type === 'radio' ? input.validity.valueMissing : input.value.trim() === ''),
  )
  if (!empty) return undefined
  const name = empty.name as FieldName
  const message = name.startsWith(prefix)
    ? `Enter your ${attributeInput(name.slice(prefix.length)).label.toLowerCase()}.`
    : emptyMessages[name as keyof typeof emptyMessages]
  return { fields: [name], message }
}

/** Failures that say which attribute by their code alone. */
const attributeOf: Readonly<Partial<Record<FailureCode, string>>> = {
  invalidEmail: 'email',
  invalidPhoneNumber: 'phone_number',
}

export function toFormError(failure: AuthFailure | undefined): FormError | undefined {
  if (!failure) return undefined
  const { code, field, attribute = attributeOf[code] } = failure
  const fields = [attribute === undefined ? undefined : fieldFor(attribute), field]
  return { fields: fields.filter((name) => name !== undefined), message: messageOf(failure) }
}

export function inputsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.elements].filter((element) => element instanceof HTMLInputElement)
}
