import type { LoginMechanism } from '../../ports/index.ts'
import type { ViewOf } from '../../view/views/auth-views.ts'
import {
  cancelAction,
  exitActions,
  haveCodeAction,
  providerActions,
  resendAction,
} from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { FieldDescription, FormDescription } from './description.ts'
import { codeSentPhrase } from './destination.ts'
import { extraFields } from './extra-fields.ts'
import { attributeField, codeField, newPasswordFields, usernameField } from './fields.ts'
import { attributesOf, extrasOf, textOf } from './values.ts'

const attributeOfMechanism: Readonly<Partial<Record<LoginMechanism, string>>> = {
  email: 'email',
  phone: 'phone_number',
}

export function describeSignUp(view: ViewOf<'signUp'>, options: DescribeOptions): FormDescription {
  const { submit, passwordPolicy } = view
  return {
    name: 'signUp',
    title: { key: 'title.signUp' },
    fields: [
      usernameField(newUserName(view.loginWith), view.username),
      ...newPasswordFields(passwordPolicy, 'field.password', options.repeatPassword),
      ...attributeFields(view),
      ...extraFields('signUp', options),
    ],
    submit: {
      event: 'signUp.submit',
      label: 'submit.signUp',
      act: (values) =>
        submit({
          username: textOf(values, 'username'),
          password: textOf(values, 'password'),
          attributes: attributesOf(values),
          ...extrasOf('signUp', options, values),
        }),
    },
    actions: [
      cancelAction(view),
      ...providerActions('signUp.redirect', view),
      haveCodeAction('go.confirmSignUp', view.goConfirmSignUp),
      ...exitActions(view),
    ],
  }
}

/** Where an e-mail or a phone number is only an alias, a new user still chooses a user name. */
function newUserName(loginWith: readonly LoginMechanism[]): readonly LoginMechanism[] {
  return loginWith.includes('username') ? ['username'] : loginWith
}

/** The attributes of the configuration; Cognito sets the one that the user signs up with by itself. */
function attributeFields({ loginWith, attributes }: ViewOf<'signUp'>): readonly FieldDescription[] {
  const [only] = loginWith.length === 1 ? loginWith : []
  const given = only && attributeOfMechanism[only]
  return attributes
    .filter(({ name }) => name !== given)
    .map(({ name, isRequired }) => attributeField(name, isRequired))
}

export function describeConfirmSignUp(
  view: ViewOf<'confirmSignUp'>,
  options: DescribeOptions,
): FormDescription {
  const { submit, resend } = view
  const typed = [view.username, ...(options.typed ?? [])]
  return {
    name: 'confirmSignUp',
    title: { key: 'title.confirmSignUp' },
    text: codeSentPhrase(view.destination, view.medium, typed),
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
