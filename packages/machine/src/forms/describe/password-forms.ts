import type { ViewOf } from '../../view/views/auth-views.ts'
import { cancelAction, exitActions, haveCodeAction, resendAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { ActionDescription, FormDescription } from './description.ts'
import { codeSentPhrase } from './destination.ts'
import { extraFields } from './extra-fields.ts'
import { codeField, newPasswordFields, usernameField } from './fields.ts'
import { extrasOf, textOf } from './values.ts'

export function describeForgotPassword(
  view: ViewOf<'forgotPassword'>,
  options: DescribeOptions,
): FormDescription {
  const { submit } = view
  return {
    name: 'forgotPassword',
    title: { key: 'title.forgotPassword' },
    text: { key: 'text.forgotPassword' },
    fields: [
      usernameField(view.loginWith, view.username),
      ...extraFields('forgotPassword', options),
    ],
    submit: {
      event: 'forgotPassword.submit',
      label: 'submit.forgotPassword',
      act: (values) =>
        submit({
          username: textOf(values, 'username'),
          clientMetadata: extrasOf('forgotPassword', options, values).clientMetadata,
        }),
    },
    actions: [
      cancelAction(view),
      haveCodeAction('go.resetPassword', view.goResetPassword),
      view.failure?.code === 'noVerifiedContact' ? confirmFirstAction(view) : undefined,
      ...exitActions(view),
    ],
  }
}

/** Cognito sends no code to a user who has never confirmed the account. */
function confirmFirstAction({ goConfirmSignUp }: ViewOf<'forgotPassword'>): ActionDescription {
  return {
    ...haveCodeAction('go.confirmSignUp', goConfirmSignUp),
    label: { key: 'action.goConfirmSignUp' },
  }
}

export function describeResetPassword(
  view: ViewOf<'resetPassword'>,
  options: DescribeOptions,
): FormDescription {
  const { submit, resend, passwordPolicy, username } = view
  return {
    name: 'resetPassword',
    title: { key: 'title.resetPassword' },
    text: codeSentPhrase(view.destination, view.medium, options.typed ?? [], username),
    account: username,
    fields: [
      codeField,
      ...newPasswordFields(passwordPolicy, 'field.newPassword', options.repeatPassword),
      ...extraFields('resetPassword', options),
    ],
    submit: {
      event: 'resetPassword.submit',
      label: 'submit.resetPassword',
      act: (values) =>
        submit({
          code: textOf(values, 'code'),
          password: textOf(values, 'password'),
          clientMetadata: extrasOf('resetPassword', options, values).clientMetadata,
        }),
    },
    actions: [
      cancelAction(view),
      resendAction('resetPassword.resend', view, () => resend(), options.timeUntil),
      ...exitActions(view),
    ],
  }
}
