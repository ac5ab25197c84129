import { userOf } from '../../chart/context.ts'
import type { MfaPreference } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { greetingOf } from '../greeting.ts'
import type { AuthSnapshot } from '../path.ts'
import { checksOf } from './fields.ts'
import type { Screen, WithMetadata } from './screen.ts'

export interface ChangePasswordForm {
  previousPassword: string
  password: string
}

export interface AttributesForm extends WithMetadata {
  attributes: Readonly<Record<string, string>>
}

export const signedInScreen = {
  show: ({ context }: AuthSnapshot) => ({
    user: userOf(context),
    greeting: greetingOf(userOf(context)),
    /** Attributes and second factors, once `loadProfile` was called. */
    profile: context.account.profile,
    /** Once `loadDevices` was called. */
    devices: context.account.devices,
    checkPassword: checksOf(context),
  }),
  act: (send) => ({
    loadProfile: () => send({ type: 'signedIn.load', part: 'profile' }),
    loadDevices: () => send({ type: 'signedIn.load', part: 'devices' }),
    changePassword: ({ previousPassword, password }: ChangePasswordForm) =>
      send({
        type: 'signedIn.changePassword',
        previousPassword: new Secret(previousPassword),
        password: new Secret(password),
      }),
    /** Leads to `confirmContact` where Cognito sends a code for a changed e-mail or phone. */
    updateAttributes: ({ attributes, clientMetadata }: AttributesForm) =>
      send({ type: 'signedIn.updateAttributes', attributes, clientMetadata }),
    deleteAttributes: ({ names }: { names: readonly string[] }) =>
      send({ type: 'signedIn.deleteAttributes', names }),
    /** Has a code sent to an e-mail or phone as it is, and leads to `confirmContact`. */
    verifyAttribute: ({ attribute, clientMetadata }: { attribute: string } & WithMetadata) =>
      send({ type: 'signedIn.verifyAttribute', attribute, clientMetadata }),
    /** Leads to `setupTotp`. */
    setupTotp: () => send({ type: 'signedIn.setupTotp' }),
    setMfaPreference: (preference: MfaPreference) =>
      send({ type: 'signedIn.setMfaPreference', preference }),
    /** This device unless told. */
    rememberDevice: (key?: string) => send({ type: 'signedIn.rememberDevice', key }),
    /** This device unless told. Cognito then refuses to refresh its tokens, so its session ends with them. */
    forgetDevice: (key?: string) => send({ type: 'signedIn.forgetDevice', key }),
    /** For good: there is no way back. */
    deleteUser: () => send({ type: 'signedIn.deleteUser' }),
    /** Gives up the request that is under way. */
    cancel: () => send({ type: 'signedIn.cancel' }),
    signOut: () => send({ type: 'signOut' }),
    /** Ends the sessions on all devices of the user. */
    globalSignOut: () => send({ type: 'signOut', global: true }),
  }),
} as const satisfies Screen
