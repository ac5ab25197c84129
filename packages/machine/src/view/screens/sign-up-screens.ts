import { newUserNames } from '../../form-settings.ts'
import type { RedirectInput } from '../../ports/index.ts'
import { asSecret, toSecret } from '../../secret.ts'
import type { ConfirmSignUpForm, SignUpForm, WithMetadata } from '../views/forms.ts'
import { deliveryOf, passwordRulesOf } from './fields.ts'
import { exits, goConfirmSignUp, type Screen } from './screen.ts'
import { hostedUiOf } from './social-providers.ts'

export const signUpScreens = {
  signUp: {
    show: ({ context }) => ({
      username: context.username,
      loginWith: newUserNames(context.formSettings),
      attributes: context.formSettings.attributes,
      factors: context.firstFactors,
      ...passwordRulesOf(context),
      ...hostedUiOf(context),
    }),
    act: (send) => ({
      submit: ({ username, password, attributes, validationData, clientMetadata }: SignUpForm) =>
        send({
          type: 'signUp.submit',
          username,
          password: toSecret(password),
          attributes,
          validationData,
          clientMetadata,
        }),
      redirect: (input: RedirectInput = {}) => send({ ...input, type: 'signUp.redirect' }),
      cancel: () => send({ type: 'signUp.cancel' }),
      goConfirmSignUp: goConfirmSignUp(send),
      ...exits(send),
    }),
  },

  confirmSignUp: {
    show: (snapshot) => ({
      username: snapshot.context.username,
      linkCode: snapshot.context.linkCode,
      ...deliveryOf(snapshot.context),
      canResend: snapshot.can({ type: 'confirmSignUp.resend' }),
    }),
    act: (send) => ({
      submit: ({ code, forceAliasCreation, clientMetadata }: ConfirmSignUpForm) =>
        send({
          type: 'confirmSignUp.submit',
          code: asSecret(code),
          forceAliasCreation,
          clientMetadata,
        }),
      resend: ({ clientMetadata }: WithMetadata = {}) =>
        send({ type: 'confirmSignUp.resend', clientMetadata }),
      cancel: () => send({ type: 'confirmSignUp.cancel' }),
      ...exits(send),
    }),
  },
} as const satisfies Record<string, Screen>
