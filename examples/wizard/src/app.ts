import type { AuthView } from '@authchart/machine'
import { type AuthForm, type FieldProblems, formOf } from '@authchart/machine/forms'
import { failureText } from '@authchart/machine/words'
import { element, link } from './dom.ts'
import { createFailureDialog } from './failure-dialog.ts'
import { createHome } from './home.ts'
import { createWizard } from './wizard.ts'
import { words } from './words.ts'

const options = { words, appName: 'Wizard', repeatPassword: true }

/** Builds the page in `host`, and gives back what shows a view in it. */
export function createApp(host: HTMLElement): (view: AuthView) => void {
  const toast = element('p', { className: 'toast', role: 'status' })
  const stage = element('main')
  const question = element('section', { className: 'card' })
  const home = element('section')
  let view: AuthView
  const complain = ({ name }: AuthForm, of: FieldProblems) => {
    const form = formOf(view, { ...options, problems: { form: name, of } })
    return [form, ...form.sections].find((part) => part.name === name)?.fields ?? []
  }
  const wizard = createWizard(question, { complain })
  const homeScreen = createHome(home, { complain })
  host.append(toast, stage)
  const showFailure = createFailureDialog(host)
  let visits = 0
  let userId: string | undefined

  /** A screen that asks nothing, or where its questions are. */
  function contentOf(form: AuthForm): HTMLElement {
    if (form.route === 'signedIn') return home
    if (form.submitLabel !== undefined || form.route === 'setupTotp') return question
    const links = form.actions.map(({ label, run }) => link(label, () => run({})))
    return element('p', {}, `${form.title} `, ...links)
  }

  return (shown) => {
    view = shown
    const form = formOf(view, options)
    const content = contentOf(form)
    if (view.user?.userId !== userId) homeScreen.reset()
    userId = view.user?.userId
    if (stage.firstChild !== content) {
      visits += 1
      stage.replaceChildren(content)
    }
    if (content === home) {
      homeScreen.show(form)
      if (!home.contains(document.activeElement)) homeScreen.focus()
    }
    // A user who was on another screen meanwhile starts from the first question.
    if (content === question) wizard.show(`${form.key} ${visits}`, form, keyOf(form))
    document.title = `${form.title} · Wizard`
    toast.textContent = view.isPending ? '' : form.status
    // A sign-out continues after Cognito rejects it: its failure is shown when it has ended.
    showFailure(view.isPending || !view.failure ? undefined : failureText(words, view.failure))
  }
}

/** The key for an authenticator app, to type. */
function keyOf({ setup }: AuthForm): readonly Node[] {
  if (!setup) return []
  return [element('p', {}, `${setup.label}: `, element('code', {}, setup.key() ?? ''))]
}
