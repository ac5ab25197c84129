import type { ViewOf } from '@authchart/machine'
import type { Page } from '../page.ts'
import { usernameStep } from '../steps.ts'
import { providerLinks } from './provider-links.ts'

export function signIn(view: ViewOf<'signIn'>): Page {
  return {
    title: 'Who are you?',
    steps: [
      usernameStep(view.username),
      {
        name: 'password',
        label: 'Password',
        type: 'password',
        autocomplete: 'current-password',
      },
    ],
    finish: 'Sign in',
    onFinish: ({ username = '', password = '' }) => view.submit({ username, password }),
    onStop: view.cancel,
    links: [
      {
        text: 'Answer a question instead of a password',
        follow: ({ username = '' }) => view.submit({ username, authFlowType: 'CUSTOM_AUTH' }),
      },
      { text: 'I have no account yet', follow: () => view.goSignUp() },
      { text: 'I have lost my password', follow: () => view.goForgotPassword() },
      ...(view.hasHostedUi
        ? [{ text: 'Use the sign-in page of Cognito', follow: () => view.redirect() }]
        : []),
      ...providerLinks(view),
    ],
  }
}
