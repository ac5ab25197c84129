import type { AuthFailure } from '@authchart/machine'
import { answerField } from './answer-field.ts'
import { button, element, link } from './dom.ts'
import type { Page, Step } from './page.ts'

interface Status {
  readonly isPending: boolean
  readonly failure: AuthFailure | undefined
}

/** Asks the questions of a page one by one, in `host`. */
export function createWizard(host: HTMLElement) {
  let key = ''
  let index = 0
  let answers: Record<string, string> = {}
  let page: Page
  let status: Status = { isPending: false, failure: undefined }

  /** Another `shownKey` starts from the first step; with the same one, what was typed stays. */
  function show(shownKey: string, shown: Page, now: Status): void {
    page = shown
    if (shownKey !== key) {
      key = shownKey
      index = 0
      answers = {}
    }
    for (const { name, value } of page.steps) answers[name] ??= value ?? ''
    if (status.isPending && !now.isPending) forgetSecrets()
    if (now.failure && now.failure !== status.failure) goToField(now.failure)
    status = now
    render()
  }

  function forgetSecrets(): void {
    for (const step of page.steps) if (isSecret(step)) answers[step.name] = ''
  }

  function goToField({ field }: AuthFailure): void {
    const wrong = page.steps.findIndex(({ name }) => name === field)
    if (wrong !== -1) index = wrong
  }

  function goTo(next: number): void {
    index = next
    render()
  }

  function submit(event: Event): void {
    event.preventDefault()
    const step = page.steps[index]
    if (step && !isRight(step)) return
    if (index < page.steps.length - 1) goTo(index + 1)
    else page.onFinish(answers)
  }

  function isRight({ name, complain }: Step): boolean {
    const complaint = complain?.(answers[name] ?? '', answers)
    const input = host.querySelector('input')
    if (!complaint || !input) return true
    input.setCustomValidity(complaint)
    input.reportValidity()
    return false
  }

  function render(): void {
    const { title, intro = [], steps, finish, links = [], onStop } = page
    const { isPending } = status
    const step = steps[index]
    const isLast = index >= steps.length - 1
    const form = element(
      'form',
      { onsubmit: submit },
      step &&
        answerField(step, answers[step.name] ?? '', isPending, (value) => {
          answers[step.name] = value
        }),
      element(
        'p',
        { className: 'moves' },
        index > 0 && button('Back', () => goTo(index - 1), isPending),
        element('button', { type: 'submit', disabled: isPending }, isLast ? finish : 'Next'),
        isPending && onStop && button('Stop', onStop),
      ),
    )
    host.replaceChildren(
      element('h1', { tabIndex: -1 }, title),
      progress(),
      ...intro.filter((child) => child !== undefined && child !== false),
      form,
      element(
        'p',
        { className: 'links' },
        ...links.map(({ text, follow }) => link(text, () => follow(answers))),
      ),
    )
    const first = host.querySelector<HTMLElement>('input') ?? host.querySelector('h1')
    first?.focus()
  }

  function progress(): HTMLElement {
    const items = page.steps.map((step, at) => {
      const isDone = at < index
      const item = element('li', { className: isDone ? 'done' : '' }, step.label)
      const answer = answers[step.name]
      if (isDone && answer && !isSecret(step)) item.append(`: ${answer}`)
      if (at === index) item.ariaCurrent = 'step'
      return item
    })
    return element('ol', { className: 'progress', hidden: items.length < 2 }, ...items)
  }

  return { show }
}

const isSecret = ({ type }: Step) => type === 'password' || type === 'code'
