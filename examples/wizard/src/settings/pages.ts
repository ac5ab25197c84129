import type { MfaPreference, MfaType, ViewOf } from '@authchart/machine'
import { element } from '../dom.ts'
import type { Page } from '../page.ts'
import { mfaNames, newPasswordSteps } from '../steps.ts'

type View = ViewOf<'signedIn'>

export function editProfile(view: View): Page {
  return {
    title: 'Change a detail',
    steps: [
      {
        name: 'attribute',
        label: 'Which one?',
        type: 'choice',
        options: [
          { value: 'name', label: 'Name' },
          { value: 'email', label: 'E-mail' },
          { value: 'phone_number', label: 'Phone' },
        ],
      },
      { name: 'value', label: 'What is it now?' },
    ],
    finish: 'Save',
    onFinish: ({ attribute = '', value = '' }) =>
      view.updateAttributes({ attributes: { [attribute]: value } }),
  }
}

export function changePassword(view: View): Page {
  return {
    title: 'Another password',
    steps: [
      {
        name: 'previousPassword',
        label: 'Password until now',
        type: 'password',
        autocomplete: 'current-password',
      },
      ...newPasswordSteps(view.checkPassword),
    ],
    finish: 'Change it',
    onFinish: ({ previousPassword = '', password = '' }) =>
      view.changePassword({ previousPassword, password }),
  }
}

const factors: readonly MfaType[] = ['SMS', 'TOTP', 'EMAIL']

export function secondFactor(view: View): Page {
  const { enabled = [], preferred } = view.profile.data?.mfa ?? {}
  const now = enabled.map((type) => mfaNames[type]).join(', ') || 'none'
  return {
    title: 'Which one do you want to use?',
    intro: [element('p', {}, `Until now: ${now}`)],
    steps: [
      {
        name: 'factor',
        label: 'Second factor',
        type: 'choice',
        value: preferred ?? 'none',
        options: [
          ...factors.map((value) => ({ value, label: mfaNames[value] })),
          { value: 'none', label: 'None' },
        ],
      },
    ],
    finish: 'Save',
    onFinish: ({ factor }) => view.setMfaPreference(preferenceFor(factor, enabled)),
  }
}

/** The chosen one first; without one, all that are on go off. */
function preferenceFor(factor: string | undefined, enabled: readonly MfaType[]): MfaPreference {
  if (factor !== 'none') return { [factor as MfaType]: 'PREFERRED' }
  return Object.fromEntries(enabled.map((type) => [type, 'DISABLED']))
}

export function deleteAccount(view: View): Page {
  return {
    title: 'Delete the account',
    intro: [element('p', {}, `This cannot be undone. Type ${view.greeting.name} to do it.`)],
    steps: [
      {
        name: 'sure',
        label: 'Who is to go?',
        complain: (value) =>
          value === view.greeting.name ? undefined : `That is not ${view.greeting.name}.`,
      },
    ],
    finish: 'Delete for good',
    onFinish: () => view.deleteUser(),
  }
}
