import type { Device, MfaPreference, MfaType, Profile } from '../../ports/index.ts'
import { providerLabel } from '../../view/screens/social-providers.ts'
import type { ViewOf } from '../../view/views/auth-views.ts'
import { attributeLabel } from '../../words/attribute-label.ts'
import type { Phrase } from '../../words/phrase.ts'
import { formOfRequest } from '../form-of-request.ts'
import { cancelAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { ActionDescription, FormDescription } from './description.ts'
import { attributeField, currentPasswordField, newPasswordFields } from './fields.ts'
import { attributesOf, textOf } from './values.ts'

type SignedIn = ViewOf<'signedIn'>

const contacts = ['email', 'phone_number']

/** The account of the signed-in user: what it shows itself, and a form for each task. */
export function describeSignedIn(view: SignedIn, options: DescribeOptions): FormDescription {
  const { greeting, user } = view
  const hasAccount = user.kind !== 'federated'
  // A user of a provider has neither a password nor a second factor in the pool.
  const hasPassword = hasAccount && user.provider === undefined
  const sections = [
    ...(hasAccount && view.profile.data ? [describeProfile(view, view.profile.data, options)] : []),
    ...(hasPassword ? [describeChangePassword(view, options)] : []),
    ...(hasPassword && view.profile.data ? [describeMfa(view, view.profile.data)] : []),
    ...(hasAccount && view.devices.data ? [describeDevices(view, view.devices.data)] : []),
    ...(hasAccount ? [describeDeleteUser(view)] : []),
  ]
  return {
    name: 'signedIn',
    title: { key: 'title.signedIn', values: { name: greeting.name } },
    text:
      greeting.provider === undefined
        ? undefined
        : { key: 'text.signedInWith', values: { provider: providerLabel(greeting.provider) } },
    failure: view.profile.failure ?? view.devices.failure,
    actions: [
      hasAccount ? loadAction(view) : undefined,
      {
        name: 'signOut',
        event: 'signOut',
        kind: 'secondary',
        label: { key: 'action.signOut' },
        act: view.signOut,
      },
      hasAccount
        ? {
            name: 'globalSignOut',
            event: 'signOut',
            kind: 'danger',
            label: { key: 'action.globalSignOut' },
            act: view.globalSignOut,
          }
        : undefined,
      // A task that began on another screen may have no form here, such as that of a device.
      sections.some(({ name }) => name === formOfRequest(view)) ? undefined : cancelAction(view),
    ],
    sections,
  }
}

/** Reads the profile and the devices: until then the account has no forms for them. */
function loadAction({ profile, devices, loadProfile, loadDevices }: SignedIn): ActionDescription {
  const isRead = profile.data !== undefined && devices.data !== undefined
  const hasFailed = profile.failure !== undefined || devices.failure !== undefined
  return {
    name: 'load',
    event: 'signedIn.load',
    kind: 'secondary',
    label: { key: isRead || hasFailed ? 'action.reload' : 'action.load' },
    isDisabled: profile.isLoading || devices.isLoading,
    act: () => {
      loadProfile()
      loadDevices()
    },
  }
}

function describeProfile(
  view: SignedIn,
  { attributes }: Profile,
  { profile = ['name', ...contacts] }: DescribeOptions,
): FormDescription {
  const { updateAttributes, deleteAttributes, verifyAttribute } = view
  const isStored = (name: string) => attributes[name] !== undefined
  return {
    name: 'updateAttributes',
    title: { key: 'title.updateAttributes' },
    // What is stored is not deleted by an empty field: there is an action for that.
    fields: profile.map((name) => attributeField(name, isStored(name), attributes[name])),
    submit: {
      event: 'signedIn.updateAttributes',
      label: 'submit.updateAttributes',
      isChange: true,
      act: (values) => updateAttributes({ attributes: changesOf(values, attributes) }),
    },
    actions: [
      ...profile
        .filter((name) => contacts.includes(name) && isStored(name))
        .filter((name) => attributes[`${name}_verified`] !== 'true')
        .map(
          (name): ActionDescription => ({
            name: `verifyAttribute.${name}`,
            event: 'signedIn.verifyAttribute',
            kind: 'link',
            label: { key: 'action.verifyAttribute', values: { label: attributeLabel(name) } },
            isDisabled: view.isPending,
            act: () => verifyAttribute({ attribute: name }),
          }),
        ),
      ...profile
        .filter((name) => name !== 'email' && isStored(name))
        .map(
          (name): ActionDescription => ({
            name: `deleteAttributes.${name}`,
            event: 'signedIn.deleteAttributes',
            kind: 'link',
            label: { key: 'action.deleteAttributes', values: { label: attributeLabel(name) } },
            isDisabled: view.isPending,
            act: () => deleteAttributes({ names: [name] }),
          }),
        ),
      cancelAction(view, 'updateAttributes'),
    ],
  }
}

/** Cognito sends a code for every e-mail and phone number it gets, so only what differs is sent. */
function changesOf(values: Readonly<Record<string, string>>, stored: Profile['attributes']) {
  const typed = Object.entries(attributesOf(values) ?? {})
  return Object.fromEntries(typed.filter(([name, value]) => value !== stored[name]))
}

function describeChangePassword(
  view: SignedIn,
  { repeatPassword }: DescribeOptions,
): FormDescription {
  const { changePassword, passwordPolicy, user } = view
  return {
    name: 'changePassword',
    title: { key: 'title.changePassword' },
    account: user.email ?? user.username,
    fields: [
      {
        ...currentPasswordField,
        name: 'previousPassword',
        label: { key: 'field.previousPassword' },
      },
      ...newPasswordFields(passwordPolicy, 'field.newPassword', repeatPassword),
    ],
    submit: {
      event: 'signedIn.changePassword',
      label: 'submit.changePassword',
      act: (values) =>
        changePassword({
          previousPassword: textOf(values, 'previousPassword'),
          password: textOf(values, 'password'),
        }),
    },
    actions: [cancelAction(view, 'changePassword')],
  }
}

const mfaTypes: readonly MfaType[] = ['TOTP', 'SMS', 'EMAIL']

/** What a code is sent to. */
const contactOf: Readonly<Partial<Record<MfaType, string>>> = {
  SMS: 'phone_number',
  EMAIL: 'email',
}

function describeMfa(view: SignedIn, { attributes, mfa }: Profile): FormDescription {
  const { enabled, preferred } = mfa
  const { setMfaPreference, setupTotp } = view
  return {
    name: 'setMfaPreference',
    title: { key: 'title.setMfaPreference' },
    fields: [
      {
        name: 'mfaType',
        kind: 'choice',
        label: { key: 'field.mfaType' },
        isRequired: true,
        autocomplete: 'off',
        initial: enabled.length === 0 ? 'none' : preferred,
        options: [
          ...mfaTypes.map((value) => ({
            value,
            label: { key: `mfa.${value}` } as const,
            // An app is set up first, and a code needs an address.
            isDisabled: !enabled.includes(value) && !attributes[contactOf[value] ?? ''],
          })),
          { value: 'none', label: { key: 'mfa.none' } },
        ],
      },
    ],
    submit: {
      event: 'signedIn.setMfaPreference',
      label: 'submit.setMfaPreference',
      isChange: true,
      act: (values) => setMfaPreference(preferenceOf(textOf(values, 'mfaType'), enabled)),
    },
    actions: [
      {
        name: 'setupTotp',
        event: 'signedIn.setupTotp',
        kind: 'secondary',
        label: { key: 'action.setupTotp' },
        isDisabled: view.isPending,
        act: setupTotp,
      },
      cancelAction(view, 'setMfaPreference'),
    ],
  }
}

/** The chosen factor becomes the preferred one, the others stay as they are; `none` turns all off. */
function preferenceOf(choice: string, enabled: readonly MfaType[]): MfaPreference {
  return choice === 'none'
    ? Object.fromEntries(enabled.map((type) => [type, 'DISABLED']))
    : { [choice as MfaType]: 'PREFERRED' }
}

function describeDevices(view: SignedIn, devices: readonly Device[]): FormDescription {
  const { rememberDevice, forgetDevice } = view
  return {
    name: 'devices',
    title: { key: 'title.devices' },
    text: devices.length === 0 ? { key: 'text.noDevices' } : undefined,
    actions: [
      ...devices
        .filter(({ isRemembered }) => !isRemembered)
        .map(
          (device): ActionDescription => ({
            name: `rememberDevice.${device.key}`,
            event: 'signedIn.rememberDevice',
            kind: 'secondary',
            label: { key: 'action.rememberDevice', values: { device: deviceName(device) } },
            isDisabled: view.isPending,
            act: () => rememberDevice(device.key),
          }),
        ),
      ...devices.map(
        (device): ActionDescription => ({
          name: `forgetDevice.${device.key}`,
          event: 'signedIn.forgetDevice',
          kind: 'secondary',
          label: { key: 'action.forgetDevice', values: { device: deviceName(device) } },
          isDisabled: view.isPending,
          act: () => forgetDevice(device.key),
        }),
      ),
      cancelAction(view, 'devices'),
    ],
  }
}

function deviceName({ name, isCurrent }: Device): Phrase {
  if (isCurrent) return { key: 'device.current' }
  return name === undefined ? { key: 'device.unnamed' } : { text: name }
}

function describeDeleteUser(view: SignedIn): FormDescription {
  return {
    name: 'deleteUser',
    title: { key: 'title.deleteUser' },
    text: { key: 'text.deleteUser' },
    fields: [
      {
        name: 'confirmation',
        kind: 'text',
        label: { key: 'field.confirmation', values: { word: { key: 'word.delete' } } },
        isRequired: true,
        autocomplete: 'off',
        confirms: 'word.delete',
      },
    ],
    submit: {
      event: 'signedIn.deleteUser',
      label: 'submit.deleteUser',
      kind: 'danger',
      act: view.deleteUser,
    },
    actions: [cancelAction(view, 'deleteUser')],
  }
}
