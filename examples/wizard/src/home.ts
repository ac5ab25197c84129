import type { AuthForm, FormName } from '@authchart/machine/forms'
import { button, element, link } from './dom.ts'
import { createWizard, type WizardOptions } from './wizard.ts'

/** The user, with the tasks of the account in a drawer at the side: a menu, and one task at a time. */
export function createHome(host: HTMLElement, options: WizardOptions) {
  let form: AuthForm
  let task: FormName | undefined
  const title = element('h1', { tabIndex: -1 })
  const how = element('p')
  const menu = element('nav')
  const questions = element('div')
  const wizard = createWizard(questions, options)
  const drawer = element('aside', { className: 'drawer', hidden: true }, menu, questions)
  const moves = element('p', { className: 'moves' })
  host.append(element('section', { className: 'card' }, title, how, moves), drawer)

  function run(name: string): void {
    form.actions.find((action) => action.name === name)?.run({})
  }

  function open(): void {
    drawer.hidden = false
    task = undefined
    run('load')
    render()
  }

  /** Another user may be signed in: what is in the drawer is of the previous one. */
  function reset(): void {
    drawer.hidden = true
    task = undefined
  }

  function choose(chosen: FormName): void {
    task = chosen
    render()
  }

  function show(shown: AuthForm): void {
    form = shown
    title.textContent = form.title
    how.textContent = form.text ?? ''
    const load = form.actions.find(({ name }) => name === 'load')
    const others = form.actions.filter((action) => action !== load)
    moves.replaceChildren(
      ...(load ? [link('Settings', open)] : []),
      ...others.map(({ name, label, isDisabled }) => button(label, () => run(name), isDisabled)),
    )
    if (!drawer.hidden) render()
  }

  function render(): void {
    const items = form.sections.map(({ name, title }) =>
      element(
        'li',
        {},
        link(title, () => choose(name)),
      ),
    )
    menu.replaceChildren(link('Close', reset), element('ul', {}, ...items))
    const section = form.sections.find(({ name }) => name === task)
    if (section) wizard.show(section.key, section)
    else questions.replaceChildren()
  }

  return { show, reset, focus: () => title.focus() }
}
