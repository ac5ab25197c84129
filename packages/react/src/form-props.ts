import type { BoundForm, FormBinder, HtmlAttributes } from '@authchart/machine/forms'
import type { ComponentPropsWithRef, HTMLAttributes } from 'react'

/** The props of React, by the kind of element. */
export interface ReactProps {
  readonly form: ComponentPropsWithRef<'form'>
  readonly input: ComponentPropsWithRef<'input'>
  readonly button: ComponentPropsWithRef<'button'>
  readonly element: HTMLAttributes<HTMLElement>
}

/** A screen with props to spread; `form.fields[0].inputProps` for its first `<input>`. */
export type ReactForm = BoundForm<ReactProps>

/** The names of React for attributes that HTML writes in lower case. */
const names: ReadonlyMap<string, string> = new Map([
  ['autocapitalize', 'autoCapitalize'],
  ['autocomplete', 'autoComplete'],
  ['enterkeyhint', 'enterKeyHint'],
  ['inputmode', 'inputMode'],
  ['maxlength', 'maxLength'],
  ['minlength', 'minLength'],
  ['novalidate', 'noValidate'],
  ['readonly', 'readOnly'],
  ['spellcheck', 'spellCheck'],
  ['tabindex', 'tabIndex'],
])

function propsOf(attributes: HtmlAttributes): object {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [names.get(name) ?? name, value]),
  )
}

export const reactBinder: FormBinder<ReactProps> = {
  form: (attributes, { attach, onSubmit }) => ({ ...propsOf(attributes), ref: attach, onSubmit }),
  input: (attributes, { value, checked }) => ({
    ...propsOf(attributes),
    ...(value !== undefined && { defaultValue: value }),
    ...(checked !== undefined && { defaultChecked: checked }),
  }),
  button: (attributes, onClick) => ({ ...propsOf(attributes), ...(onClick && { onClick }) }),
  element: propsOf,
}
