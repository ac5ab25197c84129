import type { ViewOf } from '@authchart/machine'
import { element } from '../dom.ts'
import type { Page } from '../page.ts'
import { codeStep, newPasswordSteps, usernameStep } from '../steps.ts'
import { providerLinks } from './provider-links.ts'
import { resendLink } from './resend-link.ts'

export function signUp(view: ViewOf<'signUp'>): Page {
  return {
    title: 'A new account',
    steps: [
      { name: 'name', label: 'Your name', autocomplete: 'name', isOptional: true },
      { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email' },
      { name: 'phone_number', label: 'Phone', type: 'tel', autocomplete: 'tel', isOptional: true },
      usernameStep(view.username),
      ...newPasswordSteps(view.checkPassword),
    ],
    finish: 'Create it',
    onFinish: ({ username = '', password = '', name, email, phone_number }) => {
      const given = Object.entries({ name, email, phone_number }).filter(([, value]) => value)
      const attributes = Object.fromEntries(given) as Record<string, string>
      view.submit({ username, password, attributes })
    },
    onStop: view.cancel,
    links: [{ text: 'I have an account', follow: () => view.goSignIn() }, ...providerLinks(view)],
  }
}

export function confirmSignUp(view: ViewOf<'confirmSignUp'>): Page {
  return {
    title: `Nearly there, ${view.username}`,
    intro: [element('p', {}, `A code went to ${view.destination ?? 'you'}.`)],
    steps: [codeStep()],
    finish: 'Confirm',
    onFinish: ({ code = '' }) => view.submit({ code }),
    onStop: view.cancel,
    links: [...resendLink(view), { text: 'Back to the start', follow: () => view.goSignIn() }],
  }
}
