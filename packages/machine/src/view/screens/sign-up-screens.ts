import { Secret } from '../../secret.ts'
import { checksOf, deliveryOf } from './fields.ts'
import { type CodeForm, goConfirmSignUp, leaves, type Screen, type WithMetadata } from './screen.ts'

export interface SignUpForm extends WithMetadata {
  username: string
  password: string
  /** User attributes by name, custom ones as `custom:name`. */
  attributes?: Readonly<Record<string, string>> | undefined
  /** Passed to the pre sign-up trigger and not stored. */
  validationData?: Readonly<Record<string, string>> | undefined
}

export interface ConfirmSignUpForm extends CodeForm {
  /** Takes the e-mail or phone over from another user who has it as an alias. */
  forceAliasCreation?: boolean | undefined
}

export const signUpScreens = {
  signUp: {
    show: ({ context }) => ({ username: context.username, checkPassword: checksOf(context) }),
    act: (send) => ({
      submit: ({ username, password, attributes, validationData, clientMetadata }: SignUpForm) =>
        send({
          type: 'signUp.submit',
          username,
          password: new Secret(password),
          attributes,
          validationData,
          clientMetadata,
        }),
      cancel: () => send({ type: 'signUp.cancel' }),
      goConfirmSignUp: goConfirmSignUp(send),
      ...leaves(send),
    }),
  },

  confirmSignUp: {
    show: (snapshot) => ({
      username: snapshot.context.username,
      ...deliveryOf(snapshot.context),
      canResend: snapshot.can({ type: 'confirmSignUp.resend' }),
    }),
    act: (send) => ({
      submit: ({ code, forceAliasCreation, clientMetadata }: ConfirmSignUpForm) =>
        send({
          type: 'confirmSignUp.submit',
          code: new Secret(code),
          forceAliasCreation,
          clientMetadata,
        }),
      resend: ({ clientMetadata }: WithMetadata = {}) =>
        send({ type: 'confirmSignUp.resend', clientMetadata }),
      cancel: () => send({ type: 'confirmSignUp.cancel' }),
      ...leaves(send),
    }),
  },
} as const satisfies Record<string, Screen>
