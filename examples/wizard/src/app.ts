import type { AuthView } from '@authchart/machine'
import { element, link } from './dom.ts'
import { createFailureDialog } from './failure-dialog.ts'
import type { Page } from './page.ts'
import {
  confirmSignIn,
  customChallenge,
  newPassword,
  selectMfaType,
  setupEmail,
} from './screens/challenges.ts'
import { confirmContact, verifyContact } from './screens/contacts.ts'
import { createHome } from './screens/home.ts'
import { forgotPassword, resetPassword } from './screens/lost-password.ts'
import { setupTotp } from './screens/setup-totp.ts'
import { signIn } from './screens/sign-in.ts'
import { confirmSignUp, signUp } from './screens/sign-up.ts'
import { createWizard } from './wizard.ts'
import { noticeTexts } from './words.ts'

/** Builds the page in `host`, and gives back what shows a view in it. */
export function createApp(host: HTMLElement): (view: AuthView) => void {
  const toast = element('p', { className: 'toast', role: 'status' })
  const stage = element('main')
  const question = element('section', { className: 'card' })
  const home = element('section')
  const wizard = createWizard(question)
  const homeScreen = createHome(home)
  host.append(toast, stage)
  const showFailure = createFailureDialog(host)
  let visits = 0

  /** A route that is missing here does not compile: then the function returns something that is no page. */
  function pageOf(view: AuthView): Page | HTMLElement {
    switch (view.route) {
      case 'restoring':
        return element('p', {}, 'Just a moment…')
      case 'redirecting':
        return element('p', {}, 'Redirecting… ', link('Stay here', view.cancel))
      case 'signingOut':
        return element('p', {}, 'Goodbye…')
      case 'signedIn':
        homeScreen.show(view)
        return home
      case 'signIn':
        homeScreen.reset()
        return signIn(view)
      case 'confirmSignIn':
        return confirmSignIn(view)
      case 'customChallenge':
        return customChallenge(view)
      case 'selectMfaType':
        return selectMfaType(view)
      case 'setupTotp':
        return setupTotp(view)
      case 'setupEmail':
        return setupEmail(view)
      case 'newPassword':
        return newPassword(view)
      case 'signUp':
        return signUp(view)
      case 'confirmSignUp':
        return confirmSignUp(view)
      case 'forgotPassword':
        return forgotPassword(view)
      case 'resetPassword':
        return resetPassword(view)
      case 'verifyContact':
        return verifyContact(view)
      case 'confirmContact':
        return confirmContact(view)
    }
  }

  return (view) => {
    const page = pageOf(view)
    const isElement = page instanceof HTMLElement
    const content = isElement ? page : question
    if (stage.firstChild !== content) {
      visits += 1
      stage.replaceChildren(content)
      if (content === home) homeScreen.focus()
    }
    // A user who was on another page meanwhile starts from the first page.
    if (!isElement) wizard.show(`${view.route} ${visits}`, page, view)
    document.title = `${isElement ? 'Wizard' : page.title} · Wizard`
    toast.replaceChildren(...toastOf(view))
    // A sign-out continues after Cognito rejects it: its failure is shown when it has ended.
    showFailure(view.isPending ? undefined : view.failure)
  }
}

/** A notice, or that a user has signed in in another tab. */
function toastOf(view: AuthView): readonly (Node | string)[] {
  if (view.elsewhere && 'goSignedIn' in view) {
    const { username } = view.elsewhere
    return [`${username} has signed in in another tab. `, link('Go there', view.goSignedIn)]
  }
  return view.notice ? [noticeTexts[view.notice]] : []
}
