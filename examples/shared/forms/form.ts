import type { ViewOf } from '@authchart/machine'

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
  'provider',
  'issuer',
  'identityId',
  'token',
  'displayName',
] as const

export type PlainField = (typeof plainFields)[number]
type AttributeField = `attributes.${string}`

/** Inputs are named after what a failure may point at, and those of attributes by `fieldFor`. */
export type FieldName = PlainField | AttributeField

/** One that a form does not have is empty. */
export interface FormValues extends Readonly<Record<PlainField, string>> {
  readonly attributes: Readonly<Record<string, string>>
}

const prefix = 'attributes.'

/** The name of an attribute's input. */
export function fieldFor(attribute: string): AttributeField {
  return `${prefix}${attribute}`
}

/** The attribute that an input is for; `undefined` when it is for none. */
export function attributeOf(field: string): string | undefined {
  return field.startsWith(prefix) ? field.slice(prefix.length) : undefined
}

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
      [...texts].flatMap(([name, value]) => {
        const attribute = attributeOf(name)
        return attribute === undefined ? [] : [[attribute, value]]
      }),
    ),
  }
}

/** Spaces may be part of a password or an answer, but never of a code, where people like to see them. */
function clean(name: string, value: string): string {
  if (name === 'password' || name === 'previousPassword' || name === 'answer') return value
  return name === 'code' ? value.replaceAll(/\s/g, '') : value.trim()
}

export function inputsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.elements].filter((element) => element instanceof HTMLInputElement)
}
