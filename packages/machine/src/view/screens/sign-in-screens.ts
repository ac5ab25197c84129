import { challengeOf } from '../../chart/context.ts'
import type { MfaType, RedirectInput } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import type {
  ConfirmSignInForm,
  NewPasswordForm,
  SignInForm,
  WithMetadata,
} from '../views/forms.ts'
import { passwordRulesOf } from './fields.ts'
import { exits, goConfirmSignUp, goResetPassword, type Screen } from './screen.ts'
import { hostedUiOf } from './social-providers.ts'

export const signInScreens = {
  signIn: {
    show: ({ context }) => ({
      username: context.username,
      loginWith: context.formSettings.loginWith,
      ...hostedUiOf(context),
    }),
    act: (send) => ({
      submit: (form: SignInForm) => {
        const { username, password, authFlowType, validationData, clientMetadata } = form
        send({
          type: 'signIn.submit',
          username,
          password: password === undefined ? undefined : new Secret(password),
          authFlowType,
          validationData,
          clientMetadata,
        })
      },
      redirect: (input: RedirectInput = {}) => send({ ...input, type: 'signIn.redirect' }),
      cancel: () => send({ type: 'signIn.cancel' }),
      goSignUp: () => send({ type: 'go.signUp' }),
      goForgotPassword: () => send({ type: 'go.forgotPassword' }),
      goConfirmSignUp: goConfirmSignUp(send),
      goResetPassword: goResetPassword(send),
    }),
  },

  confirmSignIn: {
    show: ({ context }) => {
      const { mfaType, destination, deviceName } = challengeOf(context, 'code')
      return {
        username: context.username,
        mfaType,
        destination,
        deviceName,
      }
    },
    act: (send) => ({
      submit: ({ code, rememberDevice = false, clientMetadata }: ConfirmSignInForm) =>
        send({
          type: 'confirmSignIn.submit',
          code: new Secret(code),
          rememberDevice,
          clientMetadata,
        }),
      cancel: () => send({ type: 'confirmSignIn.cancel' }),
      ...exits(send),
    }),
  },

  customChallenge: {
    show: ({ context }) => ({
      username: context.username,
      parameters: challengeOf(context, 'custom').parameters,
      round: context.round,
    }),
    act: (send) => ({
      submit: ({ answer, clientMetadata }: { answer: string } & WithMetadata) =>
        send({ type: 'customChallenge.submit', answer: new Secret(answer), clientMetadata }),
      cancel: () => send({ type: 'customChallenge.cancel' }),
      ...exits(send),
    }),
  },

  selectMfaType: {
    show: ({ context: { username, challenge } }) => ({
      username,
      options: challenge && 'options' in challenge ? challenge.options : [],
      purpose: challenge?.type === 'mfaSetup' ? ('setup' as const) : ('signIn' as const),
    }),
    act: (send) => ({
      submit: ({ mfaType, clientMetadata }: { mfaType: MfaType } & WithMetadata) =>
        send({ type: 'selectMfaType.submit', mfaType, clientMetadata }),
      cancel: () => send({ type: 'selectMfaType.cancel' }),
      ...exits(send),
    }),
  },

  setupEmail: {
    show: ({ context }) => ({ username: context.username }),
    act: (send) => ({
      submit: ({ email, clientMetadata }: { email: string } & WithMetadata) =>
        send({ type: 'setupEmail.submit', email, clientMetadata }),
      cancel: () => send({ type: 'setupEmail.cancel' }),
      ...exits(send),
    }),
  },

  newPassword: {
    show: ({ context }) => ({
      username: context.username,
      missingAttributes: challengeOf(context, 'newPassword').missingAttributes,
      ...passwordRulesOf(context),
    }),
    act: (send) => ({
      submit: ({ password, attributes, clientMetadata }: NewPasswordForm) =>
        send({
          type: 'newPassword.submit',
          password: new Secret(password),
          attributes,
          clientMetadata,
        }),
      cancel: () => send({ type: 'newPassword.cancel' }),
      ...exits(send),
    }),
  },
} as const satisfies Record<string, Screen>
