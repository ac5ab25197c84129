import { element } from './dom.ts'
import type { Step } from './page.ts'
import { ruleText } from './words.ts'

/** What is typed or chosen as the answer to a step; `onAnswer` hears of each change. */
export function answerField(
  step: Step,
  answer: string,
  isBusy: boolean,
  onAnswer: (value: string) => void,
): HTMLElement {
  return step.type === 'choice'
    ? choiceField(step, answer, isBusy, onAnswer)
    : textField(step, answer, isBusy, onAnswer)
}

function textField(
  step: Step,
  answer: string,
  isBusy: boolean,
  onAnswer: (value: string) => void,
): HTMLElement {
  const { name, label, type = 'text', autocomplete, isOptional = false, rules } = step
  const isCode = type === 'code'
  const list = element('ul', { className: 'rules' })
  const showRules = () => {
    if (!rules) return
    const items = rules(input.value).map((rule) =>
      element('li', { className: rule.passed ? 'passed' : '' }, ruleText(rule)),
    )
    list.replaceChildren(...items)
  }
  const input = element('input', {
    name,
    type: type === 'code' || type === 'choice' ? 'text' : type,
    autocomplete: isCode ? 'one-time-code' : (autocomplete ?? 'off'),
    inputMode: isCode ? 'numeric' : '',
    required: !isOptional,
    disabled: isBusy,
    value: answer,
    oninput: () => {
      input.setCustomValidity('')
      onAnswer(input.value)
      showRules()
    },
  })
  showRules()
  return element('div', {}, element('label', {}, label, input), rules && list)
}

function choiceField(
  { name, label, options = [] }: Step,
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
        checked: option.value === answer,
        onchange: () => onAnswer(option.value),
      }),
      option.label,
    ),
  )
  return element('fieldset', { disabled: isBusy }, element('legend', {}, label), ...choices)
}
