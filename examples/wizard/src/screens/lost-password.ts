import type { ViewOf } from '@authchart/machine'
import { element } from '../dom.ts'
import type { Page } from '../page.ts'
import { codeStep, newPasswordSteps, usernameStep } from '../steps.ts'
import { resendLink } from './resend-link.ts'

export function forgotPassword(view: ViewOf<'forgotPassword'>): Page {
  return {
    title: 'A lost password',
    steps: [usernameStep(view.username)],
    finish: 'Send me a code',
    onFinish: ({ username = '' }) => view.submit({ username }),
    onStop: view.cancel,
    links: [{ text: 'I know it again', follow: () => view.goSignIn() }],
  }
}

export function resetPassword(view: ViewOf<'resetPassword'>): Page {
  return {
    title: `A new password for ${view.username}`,
    intro: [element('p', {}, `A code went to ${view.destination ?? 'you'}.`)],
    steps: [codeStep(), ...newPasswordSteps(view.checkPassword)],
    finish: 'Save',
    onFinish: ({ code = '', password = '' }) => view.submit({ code, password }),
    onStop: view.cancel,
    links: [...resendLink(view), { text: 'Back to the start', follow: () => view.goSignIn() }],
  }
}
