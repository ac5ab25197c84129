import type { AuthRoute } from '@authchart/machine'

/** A route whose screen can be the developer's own file. */
export interface RouteScreen {
  /** The file: `sign-in` in `screens/sign-in.tsx`. */
  readonly file: string
  readonly component: string
  /** The fields that are always there, in their order. */
  readonly fields: readonly string[]
  /** Other fields follow: they depend on the pool, the user or the options. */
  readonly hasMore?: true
  /** A sentence below the title. */
  readonly hasText?: true
  /** The hidden name of the user, for password managers. */
  readonly hasAccount?: true
  /** Buttons of the hosted UI's providers. */
  readonly hasProviders?: true
  /** The key for an authenticator app. */
  readonly hasSetup?: true
}

const withoutFile = {
  restoring: 'it only waits',
  redirecting: 'it only waits',
  signingOut: 'it only waits',
  signedIn: 'the account is part of every copy',
} as const satisfies Partial<Record<AuthRoute, string>>

/** Routes without a file of their own, and why. */
export const routesWithoutFile: ReadonlyMap<string, string> = new Map(Object.entries(withoutFile))

/** Every other route: one without a screen does not compile. */
export type ScreenRoute = Exclude<AuthRoute, keyof typeof withoutFile>

export const routeScreens: Readonly<Record<ScreenRoute, RouteScreen>> = {
  signIn: {
    file: 'sign-in',
    component: 'SignIn',
    fields: ['username'],
    hasMore: true,
    hasProviders: true,
  },
  selectFactor: {
    file: 'select-factor',
    component: 'SelectFactor',
    fields: [],
    hasMore: true,
    hasAccount: true,
  },
  passkey: { file: 'passkey', component: 'Passkey', fields: [], hasText: true },
  confirmSignIn: {
    file: 'confirm-sign-in',
    component: 'ConfirmSignIn',
    fields: ['code'],
    hasMore: true,
    hasText: true,
  },
  customChallenge: {
    file: 'custom-challenge',
    component: 'CustomChallenge',
    fields: ['answer'],
    hasText: true,
  },
  selectMfaType: {
    file: 'select-mfa-type',
    component: 'SelectMfaType',
    fields: ['mfaType'],
    hasText: true,
  },
  setupTotp: {
    file: 'setup-totp',
    component: 'SetupTotp',
    fields: [],
    hasMore: true,
    hasText: true,
    hasSetup: true,
  },
  setupEmail: { file: 'setup-email', component: 'SetupEmail', fields: ['email'], hasText: true },
  newPassword: {
    file: 'new-password',
    component: 'NewPassword',
    fields: ['password'],
    hasMore: true,
    hasText: true,
    hasAccount: true,
  },
  signUp: {
    file: 'sign-up',
    component: 'SignUp',
    fields: ['username', 'password'],
    hasMore: true,
    hasProviders: true,
  },
  confirmSignUp: {
    file: 'confirm-sign-up',
    component: 'ConfirmSignUp',
    fields: ['code'],
    hasText: true,
  },
  forgotPassword: {
    file: 'forgot-password',
    component: 'ForgotPassword',
    fields: ['username'],
    hasText: true,
  },
  resetPassword: {
    file: 'reset-password',
    component: 'ResetPassword',
    fields: ['code', 'password'],
    hasMore: true,
    hasText: true,
    hasAccount: true,
  },
  verifyContact: {
    file: 'verify-contact',
    component: 'VerifyContact',
    fields: ['attribute'],
    hasText: true,
  },
  confirmContact: {
    file: 'confirm-contact',
    component: 'ConfirmContact',
    fields: ['code'],
    hasText: true,
  },
  passkeyPrompt: {
    file: 'passkey-prompt',
    component: 'PasskeyPrompt',
    fields: [],
    hasText: true,
  },
}

export const screenRoutes = Object.keys(routeScreens) as readonly ScreenRoute[]
