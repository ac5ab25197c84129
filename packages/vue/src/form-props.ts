import type { BoundForm, FormBinder, HtmlAttributes } from '@authchart/machine/forms'
import type {
  ButtonHTMLAttributes,
  FormHTMLAttributes,
  HTMLAttributes,
  InputHTMLAttributes,
  VNodeProps,
} from 'vue'

/** The props of Vue, by the kind of element. */
export interface VueProps {
  readonly form: FormHTMLAttributes & VNodeProps
  readonly input: InputHTMLAttributes
  readonly button: ButtonHTMLAttributes
  readonly element: HTMLAttributes
}

/** A screen with props for `v-bind`; `form.fields[0].inputProps` for its first `<input>`. */
export type VueForm = BoundForm<VueProps>

/**
 * An attribute, not a property: a property would take back what was typed, at each render. A server writes attributes
 * only, and that of Vue before 3.5.27 does not know the sign.
 */
const initially = (name: string, value: string | undefined) =>
  value === undefined ? {} : { [typeof document === 'undefined' ? name : `^${name}`]: value }

const propsOf = (attributes: HtmlAttributes): object => attributes

export const vueBinder: FormBinder<VueProps> = {
  form: (attributes, { attach, onSubmit }) => ({
    ...propsOf(attributes),
    ref: (element: unknown) => attach(element as HTMLFormElement | null),
    onSubmit: (event: Event) => onSubmit(event as never),
  }),
  input: (attributes, { value, checked }) => ({
    ...propsOf(attributes),
    ...initially('value', value),
    ...initially('checked', checked ? '' : undefined),
  }),
  button: (attributes, onClick) => ({
    ...propsOf(attributes),
    ...(onClick && { onClick: (event: Event) => onClick(event as never) }),
  }),
  element: propsOf,
}
