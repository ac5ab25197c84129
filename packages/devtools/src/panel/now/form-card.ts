import type { FormFacts } from '../../source/form-facts.ts'
import type { PanelSource } from '../../source/panel-source.ts'
import { h, keep } from '../elements/h.ts'

export interface FormCard {
  readonly element: HTMLElement
  update(): void
}

/** What `useAuthForm()` gives for the screen: names for the code, keys for the words. */
export function formCard(source: PanelSource): FormCard {
  const element = h('section', { class: 'card form', hidden: true })
  return {
    element,
    update() {
      const form = source.form?.()
      element.hidden = !form
      keep(element, form, () => (form ? [h('h2', {}, 'The form'), ...partsOf(form)] : []))
    },
  }
}

function partsOf(form: FormFacts): readonly HTMLElement[] {
  const { name, title, error, fields, submit, actions, sections } = form
  return [
    h(
      'p',
      { class: 'chips' },
      h('code', {}, name),
      h('span', { class: 'quiet' }, title),
      error !== undefined && h('span', { class: 'chip bad' }, error),
    ),
    h(
      'ul',
      { class: 'rows' },
      ...fields.map(({ name, kind, label, isRequired, rules, error }) =>
        row(
          name,
          label,
          kind,
          !isRequired && 'may stay empty',
          rules.length > 0 && rules.join(', '),
          error,
        ),
      ),
      submit && row(submit.event, submit.label, 'submit'),
      ...actions.map(({ name, event, label, isDisabled }) =>
        row(name, label, event, isDisabled && 'disabled'),
      ),
    ),
    ...sections.flatMap(partsOf),
  ]
}

function row(name: string, label: string, ...chips: readonly (string | false | undefined)[]) {
  return h(
    'li',
    { class: 'row-line still' },
    h('code', { class: 'grow' }, name),
    ...chips.map((chip) => chip && h('span', { class: 'chip' }, chip)),
    h('span', { class: 'quiet cut target' }, label),
  )
}
