import type { ViewOf } from '../../view/views/auth-views.ts'
import { cancelAction, exitActions, otherFactorAction, providerActions } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { FormDescription } from './description.ts'
import { extraFields } from './extra-fields.ts'
import { attributeField, currentPasswordField, newPasswordFields, usernameField } from './fields.ts'
import { attributesOf, extrasOf, textOf } from './values.ts'

export function describeSignIn(view: ViewOf<'signIn'>, options: DescribeOptions): FormDescription {
  const { factors, lastSignIn, submit, goForgotPassword, goSignUp } = view
  const isPasswordLater = factors.some((factor) => factor !== 'PASSWORD')
  const username = usernameField(view.loginWith, view.username || lastSignIn?.username || '')
  return {
    name: 'signIn',
    title: { key: 'title.signIn' },
    fields: [
      factors.includes('PASSKEY') ? { ...username, autocomplete: 'username webauthn' } : username,
      ...(isPasswordLater ? [] : [currentPasswordField]),
      ...extraFields('signIn', options),
    ],
    submit: {
      event: 'signIn.submit',
      label: 'submit.signIn',
      act: (values) =>
        submit({
          username: textOf(values, 'username'),
          ...(isPasswordLater ? {} : { password: textOf(values, 'password') }),
          ...extrasOf('signIn', options, values),
        }),
    },
    actions: [
      cancelAction(view),
      ...providerActions('signIn.redirect', view, options),
      {
        name: 'goForgotPassword',
        event: 'go.forgotPassword',
        kind: 'link',
        label: { key: 'action.goForgotPassword' },
        act: goForgotPassword,
      },
      {
        name: 'goSignUp',
        event: 'go.signUp',
        kind: 'link',
        label: { key: 'action.goSignUp' },
        act: goSignUp,
      },
    ],
  }
}

export function describeNewPassword(
  view: ViewOf<'newPassword'>,
  options: DescribeOptions,
): FormDescription {
  const { missingAttributes, passwordPolicy, submit } = view
  return {
    name: 'newPassword',
    title: { key: 'title.newPassword' },
    text: { key: 'text.newPassword' },
    account: view.username,
    fields: [
      ...newPasswordFields(passwordPolicy, 'field.newPassword', options.repeatPassword),
      ...missingAttributes.map((name) => attributeField(name, true)),
      ...extraFields('newPassword', options),
    ],
    submit: {
      event: 'newPassword.submit',
      label: 'submit.newPassword',
      act: (values) =>
        submit({
          password: textOf(values, 'password'),
          attributes: attributesOf(values),
          clientMetadata: extrasOf('newPassword', options, values).clientMetadata,
        }),
    },
    actions: [cancelAction(view), otherFactorAction(view), ...exitActions(view)],
  }
}

/** The page is about to be left for the hosted UI. */
export function describeRedirecting(view: ViewOf<'redirecting'>): FormDescription {
  return {
    name: 'redirecting',
    title: { key: 'title.redirecting' },
    actions: [
      {
        name: 'cancel',
        event: 'redirecting.cancel',
        kind: 'secondary',
        label: { key: 'action.cancel' },
        act: view.cancel,
      },
    ],
  }
}

/** Nothing to do but wait. */
export function describeWaiting(route: 'restoring' | 'signingOut'): FormDescription {
  return { name: route, title: { key: `title.${route}` } }
}
