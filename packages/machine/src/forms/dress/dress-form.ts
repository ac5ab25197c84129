import { greetingOf } from '../../view/greeting.ts'
import type { AuthView } from '../../view/views/auth-views.ts'
import { failureText } from '../../words/failure-text.ts'
import { noticeText } from '../../words/notice-text.ts'
import { say } from '../../words/phrase.ts'
import type { Words } from '../../words/words.ts'
import type {
  AuthForm,
  FieldProblems,
  FormAction,
  FormName,
  FormSetup,
  FormValues,
  HtmlAttributes,
} from '../auth-form.ts'
import { checkForm } from '../check-form.ts'
import type {
  ActionDescription,
  FieldDescription,
  FormDescription,
} from '../describe/description.ts'
import { dressField } from './dress-field.ts'
import { fieldOfFailure } from './failure-place.ts'
import { problemText, statusText } from './texts.ts'
import { tidyValues } from './tidy-values.ts'

/** What all forms of a screen share. */
export interface DressOptions {
  readonly view: AuthView
  readonly words: Words
  readonly normalizePhone: (text: string) => string | undefined
  readonly idPrefix: string
  readonly appName: string
  readonly problems: { readonly form: FormName; readonly of: FieldProblems } | undefined
  /** In ms since the epoch. */
  readonly shownAt: number
  /** The form that the view's failure belongs to. */
  readonly failed: FormName
  /** The form whose request is in flight. */
  readonly pending: FormName | undefined
}

/** A form with words, attributes and its state. */
export function dressForm(description: FormDescription, options: DressOptions): AuthForm {
  const { view, words, idPrefix } = options
  const { name, variant, title, text, fields = [], actions = [], sections = [] } = description
  const { submit, account } = description
  const formId = `${idPrefix}-${name}`
  const { isPending } = view
  const isBusy = options.pending === name
  // Something is wrong with newer values: then the failure is that of values that are gone.
  const own = options.problems?.form === name ? options.problems.of : undefined
  const answered = options.failed === name && !isPending && !own ? view.failure : undefined
  const failure = answered ?? description.failure
  const failed = failure && fieldOfFailure(failure, fields)
  const passwordPolicy = fields.find(({ policy }) => policy)?.policy
  const failureOfForm =
    failure && failureText(words, failure, { now: options.shownAt, passwordPolicy })
  const last = fields.findLast(({ kind }) => kind !== 'checkbox' && kind !== 'choice')
  const errorOf = (field: FieldDescription) => {
    const problem = own?.[field.name]
    if (problem) return problemText(words, problem, field)
    return field === failed ? failureOfForm : undefined
  }
  return {
    name,
    route: view.route,
    key: variant === undefined ? name : `${name}-${variant}`,
    title: say(words, title),
    text: text && say(words, text),
    status: statusOf(description, isBusy, options),
    error: failed ? undefined : failureOfForm,
    isPending,
    fields: fields.map((field) =>
      dressField(field, { words, formId, error: errorOf(field), isLast: field === last }),
    ),
    submitLabel: submit && say(words, { key: submit.label }),
    actions: actions
      .filter((action) => action !== undefined)
      .map((action) => dressAction(action, description, formId, options)),
    accountAttributes: account === undefined ? undefined : accountAttributes(account),
    setup: dressSetup(description, options),
    sections: sections.map((section) => dressForm(section, options)),
    titleAttributes: { id: `${formId}-title`, tabindex: -1 },
    attributes: {
      id: formId,
      'data-authform': name,
      // A form that is sent before its script is there puts no password into the address.
      method: 'post',
      novalidate: true,
      lang: words.language,
      dir: words.direction,
      'aria-labelledby': `${formId}-title`,
    },
    submitAttributes: {
      ...actionAttributes(submit?.event, submit?.kind, isPending),
      type: 'submit',
      'aria-busy': isBusy && view.pending !== 'resending' ? 'true' : undefined,
    },
    submit: (values) => {
      if (!submit || isPending) return undefined
      return checkAndSend(description, fields, values, submit.act, options, submit.isChange)
    },
  }
}

/** A pending request of this form, or the notice of the screen, or the user who signed in in another tab. */
function statusOf(
  { name, status }: FormDescription,
  isBusy: boolean,
  { view, words }: DressOptions,
): string {
  if (view.pending) {
    if (!isBusy) return ''
    return status ? say(words, status) : statusText(words, view.pending)
  }
  if (name !== view.route) return ''
  if (view.notice) return noticeText(words, view.notice)
  return view.elsewhere
    ? say(words, { key: 'status.elsewhere', values: { name: greetingOf(view.elsewhere).name } })
    : ''
}

function dressAction(
  action: ActionDescription,
  description: FormDescription,
  formId: string,
  options: DressOptions,
): FormAction {
  const { name, event, kind, label, isDisabled = false, needs = [], act } = action
  const { fields = [] } = description
  const needed = fields.filter((field) => needs.includes(field.name))
  return {
    name,
    event,
    kind,
    label: say(options.words, label),
    isDisabled,
    attributes: {
      ...actionAttributes(event, kind, isDisabled),
      type: 'button',
      form: formId,
      name: 'action',
      value: name,
    },
    run: (values) =>
      isDisabled ? undefined : checkAndSend(description, needed, values, act, options),
  }
}

function actionAttributes(
  event: FormAction['event'] | undefined,
  kind: string | undefined,
  isDisabled: boolean,
): HtmlAttributes {
  return { 'data-action': event, 'data-kind': kind, disabled: isDisabled || undefined }
}

/** @returns what is wrong with the `checked` fields; then nothing is sent */
function checkAndSend(
  { fields = [] }: FormDescription,
  checked: readonly FieldDescription[],
  values: FormValues,
  act: (values: FormValues) => void,
  options: DressOptions,
  isChange = false,
): FieldProblems | undefined {
  const tidy = tidyValues(fields, values, options.normalizePhone)
  const problems =
    checkForm(checked, tidy, options) ?? (isChange ? unchanged(fields, tidy) : undefined)
  if (!problems) act(tidy)
  return problems
}

/** For a form that would save what is stored already. */
function unchanged(
  fields: readonly FieldDescription[],
  values: FormValues,
): FieldProblems | undefined {
  const [first] = fields
  const isSame = fields.every(({ name, initial = '' }) => (values[name] ?? '') === initial)
  return first && isSame ? { [first.name]: { key: 'unchanged' } } : undefined
}

function accountAttributes(value: string): HtmlAttributes {
  return {
    type: 'text',
    name: 'account',
    autocomplete: 'username',
    value,
    readonly: true,
    hidden: true,
  }
}

function dressSetup(
  { setup }: FormDescription,
  { words, appName }: DressOptions,
): FormSetup | undefined {
  if (!setup) return undefined
  return {
    label: say(words, { key: 'hint.key' }),
    linkLabel: say(words, { key: 'hint.openApp' }),
    key: setup.key,
    uri: () => setup.uri(appName),
  }
}
