import { challengeOf, otherFactorsOf } from '../../chart/context.ts'
import type { MfaType, RedirectInput } from '../../ports/index.ts'
import { Secret, toSecret } from '../../secret.ts'
import type {
  ConfirmSignInForm,
  NewPasswordForm,
  SelectFactorForm,
  SignInForm,
  WithMetadata,
} from '../views/forms.ts'
import { passwordRulesOf } from './fields.ts'
import { exits, goConfirmSignUp, goResetPassword, goSelectFactor, type Screen } from './screen.ts'
import { hostedUiOf } from './social-providers.ts'

export const signInScreens = {
  signIn: {
    show: ({ context }) => ({
      username: context.username,
      loginWith: context.formSettings.loginWith,
      factors: context.firstFactors,
      lastSignIn: context.lastSignIn,
      ...hostedUiOf(context),
    }),
    act: (send) => ({
      submit: (form: SignInForm) => {
        const { username, password, factor, authFlowType, validationData, clientMetadata } = form
        send({
          type: 'signIn.submit',
          username,
          password: toSecret(password),
          factor,
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

  selectFactor: {
    show: ({ context }) => ({
      username: context.username,
      options: challengeOf(context, 'factor').factors,
    }),
    act: (send) => ({
      submit: ({ factor, password, clientMetadata }: SelectFactorForm) =>
        send({ type: 'selectFactor.submit', factor, password: toSecret(password), clientMetadata }),
      cancel: () => send({ type: 'selectFactor.cancel' }),
      ...exits(send),
    }),
  },

  passkey: {
    show: ({ context }) => ({ username: context.username, otherFactors: otherFactorsOf(context) }),
    act: (send) => ({
      submit: ({ clientMetadata }: WithMetadata = {}) =>
        send({ type: 'passkey.submit', clientMetadata }),
      cancel: () => send({ type: 'passkey.cancel' }),
      goSelectFactor: goSelectFactor(send),
      ...exits(send),
    }),
  },

  confirmSignIn: {
    show: (snapshot) => {
      const { context } = snapshot
      const { factor, mfaType, destination, deviceName } = challengeOf(context, 'code')
      return {
        username: context.username,
        factor,
        mfaType,
        destination,
        deviceName,
        resendAt: context.resendAt,
        canResend: snapshot.can({ type: 'confirmSignIn.resend' }),
        otherFactors: otherFactorsOf(context),
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
      resend: ({ clientMetadata }: WithMetadata = {}) =>
        send({ type: 'confirmSignIn.resend', clientMetadata }),
      cancel: () => send({ type: 'confirmSignIn.cancel' }),
      goSelectFactor: goSelectFactor(send),
      ...exits(send),
    }),
  },

  customChallenge: {
    show: ({ context }) => ({
      username: context.username,
      parameters: challengeOf(context, 'custom').parameters,
      round: context.round,
      otherFactors: otherFactorsOf(context),
    }),
    act: (send) => ({
      submit: ({ answer, clientMetadata }: { answer: string } & WithMetadata) =>
        send({ type: 'customChallenge.submit', answer: new Secret(answer), clientMetadata }),
      cancel: () => send({ type: 'customChallenge.cancel' }),
      goSelectFactor: goSelectFactor(send),
      ...exits(send),
    }),
  },

  selectMfaType: {
    show: ({ context, context: { username, challenge } }) => ({
      username,
      otherFactors: otherFactorsOf(context),
      options: challenge && 'options' in challenge ? challenge.options : [],
      purpose: challenge?.type === 'mfaSetup' ? ('setup' as const) : ('signIn' as const),
    }),
    act: (send) => ({
      submit: ({ mfaType, clientMetadata }: { mfaType: MfaType } & WithMetadata) =>
        send({ type: 'selectMfaType.submit', mfaType, clientMetadata }),
      cancel: () => send({ type: 'selectMfaType.cancel' }),
      goSelectFactor: goSelectFactor(send),
      ...exits(send),
    }),
  },

  setupEmail: {
    show: ({ context }) => ({ username: context.username, otherFactors: otherFactorsOf(context) }),
    act: (send) => ({
      submit: ({ email, clientMetadata }: { email: string } & WithMetadata) =>
        send({ type: 'setupEmail.submit', email, clientMetadata }),
      cancel: () => send({ type: 'setupEmail.cancel' }),
      goSelectFactor: goSelectFactor(send),
      ...exits(send),
    }),
  },

  newPassword: {
    show: ({ context }) => ({
      username: context.username,
      missingAttributes: challengeOf(context, 'newPassword').missingAttributes,
      otherFactors: otherFactorsOf(context),
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
      goSelectFactor: goSelectFactor(send),
      ...exits(send),
    }),
  },
} as const satisfies Record<string, Screen>
