import { asSecret, Secret } from '../../secret.ts'
import type { ResetPasswordForm, WithMetadata } from '../views/forms.ts'
import { deliveryOf, passwordRulesOf } from './fields.ts'
import { exits, goConfirmSignUp, goResetPassword, type Screen } from './screen.ts'

export const passwordScreens = {
  forgotPassword: {
    show: ({ context }) => ({
      username: context.username,
      loginWith: context.formSettings.loginWith,
    }),
    act: (send) => ({
      submit: ({ username, clientMetadata }: { username: string } & WithMetadata) =>
        send({ type: 'forgotPassword.submit', username, clientMetadata }),
      cancel: () => send({ type: 'forgotPassword.cancel' }),
      goConfirmSignUp: goConfirmSignUp(send),
      goResetPassword: goResetPassword(send),
      ...exits(send),
    }),
  },

  resetPassword: {
    show: (snapshot) => ({
      username: snapshot.context.username,
      linkCode: snapshot.context.linkCode,
      ...deliveryOf(snapshot.context),
      canResend: snapshot.can({ type: 'resetPassword.resend' }),
      ...passwordRulesOf(snapshot.context),
    }),
    act: (send) => ({
      submit: ({ code, password, clientMetadata }: ResetPasswordForm) =>
        send({
          type: 'resetPassword.submit',
          code: asSecret(code),
          password: new Secret(password),
          clientMetadata,
        }),
      resend: ({ clientMetadata }: WithMetadata = {}) =>
        send({ type: 'resetPassword.resend', clientMetadata }),
      cancel: () => send({ type: 'resetPassword.cancel' }),
      ...exits(send),
    }),
  },
} as const satisfies Record<string, Screen>
