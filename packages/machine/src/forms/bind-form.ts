import type {
  AuthForm,
  FieldOption,
  FieldRule,
  FormAction,
  FormField,
  HtmlAttributes,
} from './auth-form.ts'
import type { FormStore } from './store/form-store.ts'

/** The props of a framework, by the kind of element. */
export interface PropsByElement {
  readonly form: object
  readonly input: object
  readonly button: object
  readonly element: object
}

/** How a framework writes attributes and listeners. */
export interface FormBinder<Props extends PropsByElement> {
  form(attributes: HtmlAttributes, store: Pick<FormStore, 'attach' | 'onSubmit'>): Props['form']
  /** @param initial what the input begins with: uncontrolled, so a render does not change what was typed */
  input(
    attributes: HtmlAttributes,
    initial: { readonly value?: string | undefined; readonly checked?: boolean | undefined },
  ): Props['input']
  button(attributes: HtmlAttributes, onClick?: FormStore['onAction']): Props['button']
  element(attributes: HtmlAttributes): Props['element']
}

export interface BoundRule<Props extends PropsByElement> extends Omit<FieldRule, 'attributes'> {
  readonly props: Props['element']
}

export interface BoundOption<Props extends PropsByElement> extends Omit<FieldOption, 'attributes'> {
  readonly inputProps: Props['input']
}

export interface BoundField<Props extends PropsByElement>
  extends Omit<
    FormField,
    | 'rules'
    | 'options'
    | 'attributes'
    | 'hintAttributes'
    | 'errorAttributes'
    | 'rulesAttributes'
    | 'rulesStatusAttributes'
  > {
  readonly rules: readonly BoundRule<Props>[]
  readonly options: readonly BoundOption<Props>[]
  /** For the `<input>`. */
  readonly inputProps: Props['input']
  /** For the element around the options of a choice; empty for other fields. */
  readonly groupProps: Props['element']
  readonly hintProps: Props['element']
  readonly errorProps: Props['element']
  readonly rulesProps: Props['element']
  /** For an empty element beside the rules, for the screen readers: which rules are left. */
  readonly rulesStatusProps: Props['element']
}

export interface BoundAction<Props extends PropsByElement> extends Omit<FormAction, 'attributes'> {
  readonly buttonProps: Props['button']
}

/** A form with the props of a framework in place of the attributes. */
export interface BoundForm<Props extends PropsByElement>
  extends Omit<
    AuthForm,
    | 'fields'
    | 'actions'
    | 'sections'
    | 'attributes'
    | 'titleAttributes'
    | 'accountAttributes'
    | 'submitAttributes'
  > {
  readonly fields: readonly BoundField<Props>[]
  readonly actions: readonly BoundAction<Props>[]
  readonly sections: readonly BoundForm<Props>[]
  /** For the `<form>`. */
  readonly formProps: Props['form']
  /** For the heading. */
  readonly titleProps: Props['element']
  /** For a hidden `<input>`; `undefined` where there is no new password. */
  readonly accountProps: Props['input'] | undefined
  /** For the submit button. */
  readonly submitProps: Props['button']
}

/** Writes the attributes and listeners of a form as a framework's props. For bindings. */
export function bindForm<Props extends PropsByElement>(
  form: AuthForm,
  store: FormStore,
  binder: FormBinder<Props>,
): BoundForm<Props> {
  const { attributes, titleAttributes, accountAttributes, submitAttributes, ...rest } = form
  return {
    ...rest,
    fields: form.fields.map((field) => bindField(field, binder)),
    actions: form.actions.map(({ attributes, ...action }) => ({
      ...action,
      buttonProps: binder.button(attributes, store.onAction),
    })),
    sections: form.sections.map((section) => bindForm(section, store, binder)),
    formProps: binder.form(attributes, store),
    titleProps: binder.element(titleAttributes),
    accountProps: accountAttributes && bindAccount(accountAttributes, binder),
    submitProps: binder.button(submitAttributes),
  }
}

function bindField<Props extends PropsByElement>(
  field: FormField,
  binder: FormBinder<Props>,
): BoundField<Props> {
  const { attributes, hintAttributes, errorAttributes, ...others } = field
  const { rulesAttributes, rulesStatusAttributes, ...rest } = others
  return {
    ...rest,
    rules: field.rules.map(({ attributes, ...rule }) => ({
      ...rule,
      props: binder.element(attributes),
    })),
    options: field.options.map(({ attributes, ...option }) => ({
      ...option,
      inputProps: binder.input(attributes, { checked: option.isInitial }),
    })),
    inputProps: binder.input(attributes, field.kind === 'choice' ? {} : { value: field.initial }),
    groupProps: binder.element(field.kind === 'choice' ? attributes : {}),
    hintProps: binder.element(hintAttributes),
    errorProps: binder.element(errorAttributes),
    rulesProps: binder.element(rulesAttributes),
    rulesStatusProps: binder.element(rulesStatusAttributes),
  }
}

function bindAccount<Props extends PropsByElement>(
  { value, ...attributes }: HtmlAttributes,
  binder: FormBinder<Props>,
): Props['input'] {
  return binder.input(attributes, { value: String(value) })
}
