import { storedLastSignIn } from '../adapters/browser/stored-last-sign-in.ts'
import type { CognitoConfig } from '../cognito/config/config.ts'
import { socialProviders } from '../view/screens/social-providers.ts'
import type { SignInView } from '../view/views/sign-in-views.ts'
import type { EarlyOptions } from './early-options.ts'

/** Has the whole auth do it, as soon as that is there. `isRequest`: the form is busy until then. */
export type Act = (run: (view: SignInView) => void, isRequest?: boolean) => void

/** The view of the chart's `signIn` when nothing has happened yet. */
export function earlySignIn(
  { formSettings, passwordless, hostedUi, userPoolClientId }: CognitoConfig,
  { rememberLastSignIn = true }: EarlyOptions,
  act: Act,
): SignInView {
  return {
    route: 'signIn',
    user: undefined,
    isPending: false,
    pending: undefined,
    failure: undefined,
    notice: undefined,
    elsewhere: undefined,
    username: '',
    loginWith: formSettings.loginWith,
    factors: passwordless?.factors ?? ['PASSWORD'],
    lastSignIn: rememberLastSignIn ? storedLastSignIn(userPoolClientId).read() : undefined,
    hasHostedUi: hostedUi !== undefined,
    providers: socialProviders(hostedUi?.providers),
    submit: (form) => act(({ submit }) => submit(form), true),
    redirect: (input) => act(({ redirect }) => redirect(input)),
    cancel: () => act(({ cancel }) => cancel()),
    goSignUp: () => act(({ goSignUp }) => goSignUp()),
    goForgotPassword: () => act(({ goForgotPassword }) => goForgotPassword()),
    goConfirmSignUp: (input) => act(({ goConfirmSignUp }) => goConfirmSignUp(input)),
    goResetPassword: (input) => act(({ goResetPassword }) => goResetPassword(input)),
  }
}
