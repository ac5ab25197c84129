import type { ViewOf } from '../../view/views/auth-views.ts'
import { cancelAction, resendAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { ActionDescription, FormDescription } from './description.ts'
import { codeSentPhrase } from './destination.ts'
import { extraFields } from './extra-fields.ts'
import { codeField } from './fields.ts'
import { extrasOf, textOf } from './values.ts'

function skipAction(
  event: 'verifyContact.skip' | 'confirmContact.skip',
  skip: () => void,
): ActionDescription {
  return { name: 'skip', event, kind: 'link', label: { key: 'action.skip' }, act: skip }
}

export function describeVerifyContact(
  view: ViewOf<'verifyContact'>,
  options: DescribeOptions,
): FormDescription {
  const { contacts, submit } = view
  return {
    name: 'verifyContact',
    title: { key: 'title.verifyContact' },
    text: { key: 'text.verifyContact' },
    fields: [
      {
        name: 'attribute',
        kind: 'choice',
        label: { key: 'field.contact' },
        isRequired: true,
        autocomplete: 'off',
        initial: contacts[0]?.attribute,
        options: contacts.map(({ attribute, value }) => ({
          value: attribute,
          label: { text: value },
        })),
      },
      ...extraFields('verifyContact', options),
    ],
    submit: {
      event: 'verifyContact.submit',
      label: 'submit.verifyContact',
      act: (values) =>
        submit({
          attribute: textOf(values, 'attribute'),
          clientMetadata: extrasOf('verifyContact', options, values).clientMetadata,
        }),
    },
    actions: [cancelAction(view), skipAction('verifyContact.skip', view.skip)],
  }
}

export function describeConfirmContact(
  view: ViewOf<'confirmContact'>,
  options: DescribeOptions,
): FormDescription {
  const { submit, resend } = view
  return {
    name: 'confirmContact',
    variant: view.attribute,
    title: { key: 'title.confirmContact' },
    text: codeSentPhrase(view.destination, view.medium, options.typed ?? []),
    fields: [codeField],
    submit: {
      event: 'confirmContact.submit',
      label: 'submit.confirmContact',
      act: (values) => submit({ code: textOf(values, 'code') }),
    },
    actions: [
      cancelAction(view),
      resendAction('confirmContact.resend', view, () => resend(), options.timeUntil),
      skipAction('confirmContact.skip', view.skip),
    ],
  }
}
