import { userOf } from '../../chart/context.ts'
import type { MfaPreference } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { greetingOf } from '../greeting.ts'
import type { AuthSnapshot } from '../path.ts'
import type { AttributesForm, ChangePasswordForm, WithMetadata } from '../views/forms.ts'
import { passwordRulesOf } from './fields.ts'
import type { Screen } from './screen.ts'

export const signedInScreen = {
  show: ({ context }: AuthSnapshot) => ({
    greeting: greetingOf(userOf(context)),
    profile: context.account.profile,
    devices: context.account.devices,
    hasPasskeys: context.firstFactors.includes('PASSKEY'),
    passkeys: context.account.passkeys,
    factors: context.account.factors,
    ...passwordRulesOf(context),
  }),
  act: (send) => ({
    loadProfile: () => send({ type: 'signedIn.load', part: 'profile' }),
    loadDevices: () => send({ type: 'signedIn.load', part: 'devices' }),
    loadPasskeys: () => send({ type: 'signedIn.load', part: 'passkeys' }),
    loadFactors: () => send({ type: 'signedIn.load', part: 'factors' }),
    changePassword: ({ previousPassword, password }: ChangePasswordForm) =>
      send({
        type: 'signedIn.changePassword',
        previousPassword: previousPassword === undefined ? undefined : new Secret(previousPassword),
        password: new Secret(password),
      }),
    updateAttributes: ({ attributes, clientMetadata }: AttributesForm) =>
      send({ type: 'signedIn.updateAttributes', attributes, clientMetadata }),
    deleteAttributes: ({ names }: { names: readonly string[] }) =>
      send({ type: 'signedIn.deleteAttributes', names }),
    verifyAttribute: ({ attribute, clientMetadata }: { attribute: string } & WithMetadata) =>
      send({ type: 'signedIn.verifyAttribute', attribute, clientMetadata }),
    setupTotp: () => send({ type: 'signedIn.setupTotp' }),
    setMfaPreference: (preference: MfaPreference) =>
      send({ type: 'signedIn.setMfaPreference', preference }),
    rememberDevice: (key?: string) => send({ type: 'signedIn.rememberDevice', key }),
    forgetDevice: (key?: string) => send({ type: 'signedIn.forgetDevice', key }),
    registerPasskey: () => send({ type: 'signedIn.registerPasskey' }),
    deletePasskey: ({ id }: { id: string }) => send({ type: 'signedIn.deletePasskey', id }),
    deleteUser: () => send({ type: 'signedIn.deleteUser' }),
    cancel: () => send({ type: 'signedIn.cancel' }),
    signOut: () => send({ type: 'signOut' }),
    globalSignOut: () => send({ type: 'signOut', global: true }),
  }),
} as const satisfies Screen
