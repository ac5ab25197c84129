import type { MfaType, ViewOf } from '@authchart/machine'
import { element } from '../dom.ts'
import type { Page } from '../page.ts'
import { codeStep, mfaNames, newPasswordSteps } from '../steps.ts'

const startAgain = (view: { goSignIn(): void }) => [
  { text: 'Start again', follow: () => view.goSignIn() },
]

export function confirmSignIn(view: ViewOf<'confirmSignIn'>): Page {
  return {
    title: 'Is it really you?',
    intro: [element('p', {}, whereTheCodeIs(view))],
    steps: [
      codeStep(),
      {
        name: 'remember',
        label: 'Do you want to enter a code again on this device?',
        type: 'choice',
        value: 'no',
        options: [
          { value: 'no', label: 'Yes, every time' },
          { value: 'yes', label: 'No, it is mine' },
        ],
      },
    ],
    finish: 'Sign in',
    onFinish: ({ code = '', remember }) =>
      view.submit({ code, rememberDevice: remember === 'yes' }),
    onStop: view.cancel,
    links: startAgain(view),
  }
}

function whereTheCodeIs({ mfaType, destination, deviceName }: ViewOf<'confirmSignIn'>): string {
  if (mfaType === 'TOTP') return `Look at ${deviceName ?? 'your authenticator app'}.`
  return `A code went to ${destination ?? 'you'}.`
}

export function customChallenge(view: ViewOf<'customChallenge'>): Page {
  return {
    title: 'A question for you',
    intro: Object.values(view.parameters).map((text) => element('p', {}, text)),
    steps: [{ name: 'answer', label: 'Your answer' }],
    finish: 'Answer',
    onFinish: ({ answer = '' }) => view.submit({ answer }),
    onStop: view.cancel,
    links: startAgain(view),
  }
}

export function selectMfaType(view: ViewOf<'selectMfaType'>): Page {
  return {
    title: view.purpose === 'setup' ? 'Choose a second factor' : 'How do you prove it is you?',
    steps: [
      {
        name: 'mfaType',
        label: 'Second factor',
        type: 'choice',
        options: view.options.map((value) => ({ value, label: mfaNames[value] })),
      },
    ],
    finish: 'Choose',
    onFinish: ({ mfaType }) => view.submit({ mfaType: mfaType as MfaType }),
    onStop: view.cancel,
    links: startAgain(view),
  }
}

export function setupEmail(view: ViewOf<'setupEmail'>): Page {
  return {
    title: 'Where may codes go?',
    steps: [{ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email' }],
    finish: 'Send a code',
    onFinish: ({ email = '' }) => view.submit({ email }),
    onStop: view.cancel,
    links: startAgain(view),
  }
}

export function newPassword(view: ViewOf<'newPassword'>): Page {
  return {
    title: 'Choose a password of your own',
    steps: [
      ...view.missingAttributes.map((name) => ({ name, label: `Your ${name.replace('_', ' ')}` })),
      ...newPasswordSteps(view.checkPassword),
    ],
    finish: 'Save',
    onFinish: ({ password = '', ...answers }) => {
      const attributes = Object.fromEntries(
        view.missingAttributes.map((name) => [name, answers[name] ?? '']),
      )
      view.submit({ password, attributes })
    },
    onStop: view.cancel,
    links: startAgain(view),
  }
}
