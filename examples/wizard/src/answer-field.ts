import type { FormField } from '@authchart/machine/forms'
import { element } from './dom.ts'

/** What is typed or chosen as the answer to a question; `onAnswer` hears of each change. */
export function answerField(
  field: FormField,
  answer: string,
  isBusy: boolean,
  onAnswer: (value: string) => void,
): HTMLElement {
  if (field.kind === 'choice') return choiceField(field, answer, isBusy, onAnswer)
  const isBox = field.kind === 'checkbox'
  const list = element('ul', { className: 'rules' })
  const input = element('input', {
    disabled: isBusy,
    oninput: () => {
      input.setCustomValidity('')
      onAnswer(isBox && !input.checked ? '' : input.value)
      showRules()
    },
  })
  for (const [name, value] of Object.entries(field.attributes)) {
    if (value !== undefined && !name.startsWith('aria-')) input.setAttribute(name, String(value))
  }
  // By its property: an attribute could be read by everything that reads the page.
  if (isBox) input.checked = answer !== ''
  else input.value = answer
  function showRules() {
    const items = field.rules.map(({ label, isFollowed }) =>
      element('li', { className: isFollowed(input.value) ? 'passed' : '' }, label),
    )
    list.replaceChildren(...items)
  }
  showRules()
  return element('div', {}, element('label', {}, field.label, input), list)
}

function choiceField(
  { name, label, options }: FormField,
  answer: string,
  isBusy: boolean,
  onAnswer: (value: string) => void,
): HTMLElement {
  const choices = options.map((option) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name,
        value: option.value,
        required: true,
        disabled: option.attributes.disabled === true,
        checked: option.value === answer,
        onchange: () => onAnswer(option.value),
      }),
      option.label,
    ),
  )
  return element('fieldset', { disabled: isBusy }, element('legend', {}, label), ...choices)
}
