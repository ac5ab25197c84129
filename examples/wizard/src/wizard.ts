import type { AuthForm, FieldProblems, FormField } from '@authchart/machine/forms'
import { answerField } from './answer-field.ts'
import { button, element, link } from './dom.ts'

export interface WizardOptions {
  /** The fields with their errors. */
  readonly complain: (form: AuthForm, problems: FieldProblems) => readonly FormField[]
}

/** Shows the fields of a form one by one, in `host`. */
export function createWizard(host: HTMLElement, { complain }: WizardOptions) {
  let key = ''
  let index = 0
  let answers: Record<string, string> = {}
  let form: AuthForm
  let isPending = false
  let error: string | undefined

  /** Another `shownKey` starts from the first question; with the same one, what was typed stays. */
  function show(shownKey: string, shown: AuthForm, extra: readonly Node[] = []): void {
    form = shown
    if (shownKey !== key) {
      key = shownKey
      index = 0
      answers = {}
    }
    for (const { name, initial } of form.fields) answers[name] ??= initial ?? ''
    if (isPending && !form.isPending) forgetSecrets()
    const wrong = form.fields.findIndex((field) => field.error !== undefined)
    if (wrong !== -1 && form.fields[wrong]?.error !== error) index = wrong
    error = form.fields[wrong]?.error
    isPending = form.isPending
    render(extra)
  }

  function forgetSecrets(): void {
    for (const field of form.fields) if (isSecret(field)) answers[field.name] = ''
  }

  function goTo(next: number): void {
    index = next
    render()
  }

  function submit(event: Event): void {
    event.preventDefault()
    if (index < form.fields.length - 1) goTo(index + 1)
    else goToProblem(form.submit(answers))
  }

  /** Back to the first question whose answer is rejected, with the reason. */
  function goToProblem(problems: FieldProblems | undefined): void {
    if (!problems) return
    const fields = complain(form, problems)
    goTo(fields.findIndex((field) => field.error !== undefined))
    const input = host.querySelector('input')
    input?.setCustomValidity(fields[index]?.error ?? '')
    input?.reportValidity()
  }

  function render(extra: readonly Node[] = []): void {
    const { fields, actions, submitLabel = '' } = form
    const field = fields[index]
    const isLast = index >= fields.length - 1
    const cancel = actions.find(({ name }) => name === 'cancel')
    const others = actions.filter((action) => action !== cancel && !action.isDisabled)
    host.replaceChildren(
      element('h1', { tabIndex: -1 }, form.title),
      progress(),
      ...(form.text ? [element('p', {}, form.text)] : []),
      ...extra,
      element(
        'form',
        { noValidate: true, onsubmit: submit },
        field &&
          answerField(field, answers[field.name] ?? '', isPending, (value) => {
            answers[field.name] = value
          }),
        element(
          'p',
          { className: 'moves' },
          index > 0 && button('Back', () => goTo(index - 1), isPending),
          submitLabel !== '' &&
            element(
              'button',
              { type: 'submit', disabled: isPending },
              isLast ? submitLabel : 'Next',
            ),
          cancel && button(cancel.label, () => cancel.run(answers)),
        ),
      ),
      element(
        'p',
        { className: 'links' },
        ...others.map(({ label, run }) => link(label, () => goToProblem(run(answers)))),
      ),
    )
    const first = host.querySelector<HTMLElement>('input') ?? host.querySelector('h1')
    first?.focus()
  }

  function progress(): HTMLElement {
    const items = form.fields.map((field, at) => {
      const isDone = at < index
      const item = element('li', { className: isDone ? 'done' : '' }, field.label)
      const answer = answers[field.name]
      if (isDone && answer && !isSecret(field)) item.append(`: ${answer}`)
      if (at === index) item.ariaCurrent = 'step'
      return item
    })
    return element('ol', { className: 'progress', hidden: items.length < 2 }, ...items)
  }

  return { show }
}

const isSecret = ({ kind, name }: FormField) =>
  kind === 'password' || kind === 'code' || name === 'answer'
