import type { AuthViews } from '../view/views/auth-views.ts'
import type { InputAction, MembersOf, PayloadOf } from './payload-types.ts'

const metadata = { clientMetadata: false } as const
const username = { username: true } as const
const code = { code: true, ...metadata } as const
const contact = { attribute: true, ...metadata } as const
const redirect = {
  provider: false,
  idpIdentifier: false,
  loginHint: false,
  lang: false,
  prompt: false,
  customState: false,
} as const
const newAttributes = { attributes: false, ...metadata } as const

/** The members of each payload, and whether they are required. One that is missing here does not compile. */
export const payloadMembers: {
  readonly [Route in keyof AuthViews]: {
    readonly [Action in InputAction<AuthViews[Route]>]: MembersOf<
      PayloadOf<AuthViews[Route], Action>
    >
  }
} = {
  restoring: {},
  redirecting: {},
  signingOut: {},
  signIn: {
    submit: {
      ...username,
      password: false,
      factor: false,
      authFlowType: false,
      validationData: false,
      ...metadata,
    },
    redirect,
    goConfirmSignUp: username,
    goResetPassword: username,
  },
  selectFactor: { submit: { factor: true, password: false, ...metadata } },
  passkey: { submit: metadata },
  confirmSignIn: { submit: { ...code, rememberDevice: false }, resend: metadata },
  customChallenge: { submit: { answer: true, ...metadata } },
  selectMfaType: { submit: { mfaType: true, ...metadata } },
  setupEmail: { submit: { email: true, ...metadata } },
  setupTotp: { submit: { ...code, deviceName: false, prefer: false } },
  newPassword: { submit: { password: true, ...newAttributes } },
  signUp: {
    submit: { ...username, password: false, ...newAttributes, validationData: false },
    redirect,
    goConfirmSignUp: username,
  },
  confirmSignUp: { submit: { ...code, forceAliasCreation: false }, resend: metadata },
  forgotPassword: {
    submit: { ...username, ...metadata },
    goConfirmSignUp: username,
    goResetPassword: username,
  },
  resetPassword: { submit: { ...code, password: true }, resend: metadata },
  verifyContact: { submit: contact },
  confirmContact: { submit: { code: true }, resend: metadata },
  passkeyPrompt: {},
  signedIn: {
    deletePasskey: { id: true },
    changePassword: { previousPassword: false, password: true },
    updateAttributes: { attributes: true, ...metadata },
    deleteAttributes: { names: true },
    verifyAttribute: contact,
    setMfaPreference: { SMS: false, TOTP: false, EMAIL: false, PASSKEY: false },
  },
}
