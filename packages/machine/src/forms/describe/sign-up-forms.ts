import type { ViewOf } from '../../view/views/auth-views.ts'
import {
  cancelAction,
  exitActions,
  haveCodeAction,
  providerActions,
  resendAction,
} from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { FormDescription } from './description.ts'
import { codeSentPhrase } from './destination.ts'
import { extraFields } from './extra-fields.ts'
import { attributeField, codeField, newPasswordFields, usernameField } from './fields.ts'
import { attributesOf, extrasOf, textOf } from './values.ts'

export function describeSignUp(view: ViewOf<'signUp'>, options: DescribeOptions): FormDescription {
  const { factors, submit, passwordPolicy } = view
  const isOptional = factors.includes('EMAIL') || factors.includes('SMS')
  return {
    name: 'signUp',
    title: { key: 'title.signUp' },
    fields: [
      usernameField(view.loginWith, view.username),
      ...newPasswordFields(passwordPolicy, 'field.password', options.repeatPassword).map((field) =>
        isOptional ? { ...field, isRequired: false } : field,
      ),
      ...view.attributes.map(({ name, isRequired }) => attributeField(name, isRequired)),
      ...extraFields('signUp', options),
    ],
    submit: {
      event: 'signUp.submit',
      label: 'submit.signUp',
      act: (values) =>
        submit({
          username: textOf(values, 'username'),
          password: textOf(values, 'password') || undefined,
          attributes: attributesOf(values),
          ...extrasOf('signUp', options, values),
        }),
    },
    actions: [
      cancelAction(view),
      ...providerActions('signUp.redirect', view, options),
      haveCodeAction('go.confirmSignUp', view.goConfirmSignUp),
      ...exitActions(view),
    ],
  }
}

export function describeConfirmSignUp(
  view: ViewOf<'confirmSignUp'>,
  options: DescribeOptions,
): FormDescription {
  const { submit, resend, username } = view
  return {
    name: 'confirmSignUp',
    title: { key: 'title.confirmSignUp' },
    text: codeSentPhrase(view.destination, view.medium, options.typed ?? [], username),
    fields: [codeField, ...extraFields('confirmSignUp', options)],
    submit: {
      event: 'confirmSignUp.submit',
      label: 'submit.confirmSignUp',
      act: (values) =>
        submit({
          code: textOf(values, 'code'),
          clientMetadata: extrasOf('confirmSignUp', options, values).clientMetadata,
        }),
    },
    actions: [
      cancelAction(view),
      resendAction('confirmSignUp.resend', view, () => resend(), options.timeUntil),
      ...exitActions(view),
    ],
  }
}
