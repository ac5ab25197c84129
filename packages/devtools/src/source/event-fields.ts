import type { AuthContext, ScreenEvent } from '@authchart/machine'
import { eventRules } from '../redaction/allow-list.ts'
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
const factors = ['PASSWORD', 'EMAIL', 'SMS', 'PASSKEY']
const preferences = ['ENABLED', 'PREFERRED', 'DISABLED']

/** The events that have something to type. */
type WithFields = {
  [Type in ScreenEvent['type']]: keyof Omit<Payload<Type>, 'clientMetadata'> extends never
    ? never
    : Type
}[ScreenEvent['type']]

/** The form fields of each event that has any; `undefined` for events that cannot be typed. */
const forms: { readonly [Type in WithFields]: Form<Payload<Type>> | undefined } = {
  'go.confirmSignUp': { username: 'text' },
  'go.resetPassword': { username: 'text' },
  'signIn.submit': { username: 'text', 'password?': 'secret', 'factor?': factors },
  'signIn.redirect': { 'provider?': 'text' },
  'signIn.federate': undefined,
  'confirmSignIn.submit': { code: 'secret', rememberDevice: 'flag' },
  'selectFactor.submit': { factor: factors, 'password?': 'secret' },
  'customChallenge.submit': { answer: 'secret' },
  'selectMfaType.submit': { mfaType: mfaTypes },
  'setupEmail.submit': { email: 'text' },
  'newPassword.submit': { password: 'secret', 'attributes?': 'pairs' },
  'setupTotp.submit': { code: 'secret', 'deviceName?': 'text' },
  'signUp.submit': { username: 'text', 'password?': 'secret', 'attributes?': 'pairs' },
  'signUp.redirect': { 'provider?': 'text' },
  'confirmSignUp.submit': { code: 'secret' },
  'forgotPassword.submit': { username: 'text' },
  'resetPassword.submit': { code: 'secret', password: 'secret' },
  'verifyContact.submit': { attribute: ['email', 'phone_number'] },
  'confirmContact.submit': { code: 'secret' },
  'signedIn.load': { part: ['profile', 'devices', 'passkeys', 'factors'] },
  'signedIn.changePassword': { 'previousPassword?': 'secret', password: 'secret' },
  'signedIn.updateAttributes': { attributes: 'pairs' },
  'signedIn.deleteAttributes': { names: 'list' },
  'signedIn.verifyAttribute': { attribute: ['email', 'phone_number'] },
  'signedIn.setMfaPreference': {
    preference: { TOTP: preferences, SMS: preferences, EMAIL: preferences },
  },
  'signedIn.rememberDevice': { 'key?': 'text' },
  'signedIn.forgetDevice': { 'key?': 'text' },
  'signedIn.deletePasskey': { id: 'text' },
  signOut: { 'global?': 'flag' },
}

/** What cannot be taken back, in the words of who says yes to it. */
export const irreversible: { readonly [Type in ScreenEvent['type']]?: string } = {
  'signedIn.deleteUser': 'Delete the user for good',
}

/** Whether a user sends it, and not an actor. */
export function isScreenEvent(type: string): type is ScreenEvent['type'] {
  return Object.hasOwn(eventRules, type) && !/^(session|account|link)\./.test(type)
}

/**
 * What is to be typed for an event; `undefined` where that is not possible. With what the chart
 * remembers, of a choice only what is offered.
 */
export function fieldsOf(
  type: ScreenEvent['type'],
  context?: AuthContext,
): readonly Field[] | undefined {
  const form = type in forms ? forms[type as WithFields] : {}
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
