import type { AuthContext, ScreenEvent } from '@authchart/machine'
import type { Field, FieldKind } from './panel-source.ts'

type Payload<Type> = Omit<Extract<ScreenEvent, { type: Type }>, 'type'>

/** An optional choice for each part of an event. */
type Parts = Readonly<Record<string, FieldKind>>

/** `name?` may be left empty. What an event must have cannot be forgotten here. */
type Form<T> = {
  readonly [Key in keyof T & string as undefined extends T[Key] ? never : Key]: FieldKind | Parts
} & {
  readonly [Key in keyof T & string as undefined extends T[Key] ? `${Key}?` : never]?: FieldKind
}

const mfaTypes = ['TOTP', 'SMS', 'EMAIL']
const preferences = ['ENABLED', 'PREFERRED', 'DISABLED']

/** The form fields of each event; `undefined` for events that cannot be typed. */
const forms: { readonly [Type in ScreenEvent['type']]: Form<Payload<Type>> | undefined } = {
  'go.signIn': {},
  'go.signedIn': {},
  'go.signUp': {},
  'go.forgotPassword': {},
  'go.confirmSignUp': { username: 'text' },
  'go.resetPassword': { username: 'text' },
  'signIn.submit': { username: 'text', 'password?': 'secret' },
  'signIn.cancel': {},
  'signIn.redirect': { 'provider?': 'text' },
  'signIn.federate': undefined,
  'redirecting.cancel': {},
  'confirmSignIn.submit': { code: 'secret', rememberDevice: 'flag' },
  'confirmSignIn.cancel': {},
  'customChallenge.submit': { answer: 'secret' },
  'customChallenge.cancel': {},
  'selectMfaType.submit': { mfaType: mfaTypes },
  'selectMfaType.cancel': {},
  'setupEmail.submit': { email: 'text' },
  'setupEmail.cancel': {},
  'newPassword.submit': { password: 'secret', 'attributes?': 'pairs' },
  'newPassword.cancel': {},
  'setupTotp.submit': { code: 'secret', 'deviceName?': 'text' },
  'setupTotp.cancel': {},
  'setupTotp.retry': {},
  'setupTotp.leave': {},
  'signUp.submit': { username: 'text', password: 'secret', 'attributes?': 'pairs' },
  'signUp.redirect': { 'provider?': 'text' },
  'signUp.cancel': {},
  'confirmSignUp.submit': { code: 'secret' },
  'confirmSignUp.resend': {},
  'confirmSignUp.cancel': {},
  'forgotPassword.submit': { username: 'text' },
  'forgotPassword.cancel': {},
  'resetPassword.submit': { code: 'secret', password: 'secret' },
  'resetPassword.resend': {},
  'resetPassword.cancel': {},
  'verifyContact.submit': { attribute: ['email', 'phone_number'] },
  'verifyContact.cancel': {},
  'verifyContact.skip': {},
  'confirmContact.submit': { code: 'secret' },
  'confirmContact.resend': {},
  'confirmContact.cancel': {},
  'confirmContact.skip': {},
  'passkeyPrompt.submit': {},
  'passkeyPrompt.cancel': {},
  'passkeyPrompt.skip': {},
  'passkeyPrompt.never': {},
  'signedIn.load': { part: ['profile', 'devices', 'passkeys', 'factors'] },
  'signedIn.changePassword': { 'previousPassword?': 'secret', password: 'secret' },
  'signedIn.updateAttributes': { attributes: 'pairs' },
  'signedIn.deleteAttributes': { names: 'list' },
  'signedIn.verifyAttribute': { attribute: ['email', 'phone_number'] },
  'signedIn.setupTotp': {},
  'signedIn.setMfaPreference': {
    preference: { TOTP: preferences, SMS: preferences, EMAIL: preferences },
  },
  'signedIn.rememberDevice': { 'key?': 'text' },
  'signedIn.forgetDevice': { 'key?': 'text' },
  'signedIn.registerPasskey': {},
  'signedIn.deletePasskey': { id: 'text' },
  'signedIn.deleteUser': {},
  'signedIn.cancel': {},
  signOut: { 'global?': 'flag' },
}

/** What cannot be taken back, in the words of who says yes to it. */
export const irreversible: { readonly [Type in ScreenEvent['type']]?: string } = {
  'signedIn.deleteUser': 'Delete the user for good',
}

/** Whether a user sends it, and not an actor. */
export function isScreenEvent(type: string): type is ScreenEvent['type'] {
  return Object.hasOwn(forms, type)
}

/**
 * What is to be typed for an event; `undefined` where that is not possible. With what the chart
 * remembers, of a choice only what is offered.
 */
export function fieldsOf(
  type: ScreenEvent['type'],
  context?: AuthContext,
): readonly Field[] | undefined {
  const form = forms[type]
  if (!form) return undefined
  const offered = context && offeredIn(context)[type]
  return Object.entries(form).flatMap(([key, kind]: [string, FieldKind | Parts]): Field[] => {
    const name = key.replace(/\?$/, '')
    return isParts(kind)
      ? Object.entries(kind).map(([part, options]) => ({
          name: `${name}.${part}`,
          kind: options,
          isOptional: true,
        }))
      : [{ name, kind: offered ?? kind, isOptional: key.endsWith('?') }]
  })
}

/** The field of an event with a single choice. */
function offeredIn({ challenge, contacts }: AuthContext): {
  readonly [Type in ScreenEvent['type']]?: readonly string[] | undefined
} {
  return {
    'selectMfaType.submit': challenge && 'options' in challenge ? challenge.options : undefined,
    'verifyContact.submit': contacts.map(({ attribute }) => attribute),
  }
}

const isParts = (kind: FieldKind | Parts): kind is Parts =>
  typeof kind === 'object' && !Array.isArray(kind)
