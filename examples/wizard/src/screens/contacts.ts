import type { ViewOf } from '@authchart/machine'
import { element } from '../dom.ts'
import type { Page } from '../page.ts'
import { codeStep } from '../steps.ts'
import { resendLink } from './resend-link.ts'

export function verifyContact(view: ViewOf<'verifyContact'>): Page {
  return {
    title: 'How can we reach you?',
    intro: [element('p', {}, 'Without that, a lost password stays lost.')],
    steps: [
      {
        name: 'attribute',
        label: 'Verify',
        type: 'choice',
        options: view.contacts.map(({ attribute, value }) => ({ value: attribute, label: value })),
      },
    ],
    finish: 'Send a code there',
    onFinish: ({ attribute = '' }) => view.submit({ attribute }),
    onStop: view.cancel,
    links: [{ text: 'Later', follow: () => view.skip() }],
  }
}

export function confirmContact(view: ViewOf<'confirmContact'>): Page {
  return {
    title: 'Is that yours?',
    intro: [element('p', {}, `A code went to ${view.destination ?? 'you'}.`)],
    steps: [codeStep()],
    finish: 'Confirm',
    onFinish: ({ code = '' }) => view.submit({ code }),
    onStop: view.cancel,
    links: [...resendLink(view), { text: 'Later', follow: () => view.skip() }],
  }
}
