import { userOf } from '../chart/context.ts'
import type { ScreenEvent } from '../chart/events.ts'
import type { ClientMetadata } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import type { AuthSnapshot } from './path.ts'
import type { AuthRoute } from './route.ts'

type Send = (event: ScreenEvent) => void

/** One screen: what it shows, read from the snapshot, and what its user can do, sent as events. */
interface Screen {
  readonly show: (snapshot: AuthSnapshot) => object
  readonly act: (send: Send) => object
}

interface SignInForm {
  username: string
  password: string
  clientMetadata?: ClientMetadata | undefined
}

interface SignUpForm extends SignInForm {
  /** User attributes by name, custom ones as `custom:name`. */
  attributes?: Readonly<Record<string, string>> | undefined
  /** Passed to the pre sign-up trigger and not stored. */
  validationData?: Readonly<Record<string, string>> | undefined
}

interface CodeForm {
  code: string
  clientMetadata?: ClientMetadata | undefined
}

const nothing = () => ({})

/**
 * The screen of every route. Passwords and codes become `Secret` here, before they are sent, and
 * fields are named one by one: what else a form holds (the repeated password) goes nowhere.
 */
export const screens = {
  restoring: { show: nothing, act: nothing },

  signIn: {
    show: ({ context }) => ({ username: context.username }),
    act: (send) => ({
      submit: ({ username, password, clientMetadata }: SignInForm) =>
        send({ type: 'signIn.submit', username, password: new Secret(password), clientMetadata }),
      cancel: () => send({ type: 'signIn.cancel' }),
      goSignUp: () => send({ type: 'go.signUp' }),
    }),
  },

  signUp: {
    show: ({ context }) => ({ username: context.username }),
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
      goSignIn: () => send({ type: 'go.signIn' }),
    }),
  },

  confirmSignUp: {
    show: (snapshot) => ({
      username: snapshot.context.username,
      /** Where the code went, masked, e.g. `a***@e***`; `undefined` when Cognito did not say. */
      destination: snapshot.context.delivery?.destination,
      medium: snapshot.context.delivery?.medium,
      /** Epoch ms at which `resend` becomes possible. */
      resendAt: snapshot.context.resendAt,
      canResend: snapshot.can({ type: 'confirmSignUp.resend' }),
    }),
    act: (send) => ({
      submit: ({ code, clientMetadata }: CodeForm) =>
        send({ type: 'confirmSignUp.submit', code: new Secret(code), clientMetadata }),
      resend: () => send({ type: 'confirmSignUp.resend' }),
      cancel: () => send({ type: 'confirmSignUp.cancel' }),
      goSignIn: () => send({ type: 'go.signIn' }),
    }),
  },

  signedIn: {
    show: ({ context }) => ({ user: userOf(context) }),
    act: (send) => ({
      signOut: () => send({ type: 'signOut' }),
      /** Ends the sessions on all devices of the user. */
      globalSignOut: () => send({ type: 'signOut', global: true }),
    }),
  },

  signingOut: { show: nothing, act: nothing },
} as const satisfies Record<AuthRoute, Screen>
