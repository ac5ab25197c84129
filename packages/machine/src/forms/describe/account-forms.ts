import type { MfaPreference, MfaType, Profile } from '../../ports/index.ts'
import { providerLabel } from '../../view/screens/social-providers.ts'
import type { ViewOf } from '../../view/views/auth-views.ts'
import { attributeLabel } from '../../words/attribute-label.ts'
import { formOfRequest } from '../form-of-request.ts'
import { cancelAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { ActionDescription, FormDescription } from './description.ts'
import { describeDevices } from './device-forms.ts'
import { attributeField, currentPasswordField, newPasswordFields } from './fields.ts'
import { describePasskeys } from './passkey-forms.ts'
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
    ...(hasPassword && view.passkeys.data
      ? [describePasskeys(view, view.passkeys.data, options)]
      : []),
    ...(hasAccount ? [describeDeleteUser(view)] : []),
  ]
  return {
    name: 'signedIn',
    title: { key: 'title.signedIn', values: { name: greeting.name } },
    text:
      greeting.provider === undefined
        ? undefined
        : { key: 'text.signedInWith', values: { provider: providerLabel(greeting.provider) } },
    failure: readingsOf(view).find(({ failure }) => failure)?.failure,
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

/** A pool without passkeys has no factors to choose from either. */
const readingsOf = ({ hasPasskeys, profile, devices, passkeys, factors }: SignedIn) => [
  profile,
  devices,
  ...(hasPasskeys ? [passkeys, factors] : []),
]

/** Reads what the account shows: until then it has no forms for it. */
function loadAction(view: SignedIn): ActionDescription {
  const { hasPasskeys, loadProfile, loadDevices, loadPasskeys, loadFactors } = view
  const readings = readingsOf(view)
  const isRead = readings.every(({ data }) => data !== undefined)
  const hasFailed = readings.some(({ failure }) => failure !== undefined)
  return {
    name: 'load',
    event: 'signedIn.load',
    kind: 'secondary',
    label: { key: isRead || hasFailed ? 'action.reload' : 'action.load' },
    isDisabled: readings.some(({ isLoading }) => isLoading),
    act: () => {
      loadProfile()
      loadDevices()
      if (!hasPasskeys) return
      loadPasskeys()
      loadFactors()
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
  const { changePassword, passwordPolicy, user, factors } = view
  const isFirst = factors.data !== undefined && !factors.data.includes('PASSWORD')
  return {
    name: 'changePassword',
    title: { key: isFirst ? 'title.setPassword' : 'title.changePassword' },
    account: user.email ?? user.username,
    fields: [
      ...(isFirst ? [] : [previousPasswordField]),
      ...newPasswordFields(passwordPolicy, 'field.newPassword', repeatPassword),
    ],
    submit: {
      event: 'signedIn.changePassword',
      label: isFirst ? 'submit.setPassword' : 'submit.changePassword',
      act: (values) =>
        changePassword({
          previousPassword: isFirst ? undefined : textOf(values, 'previousPassword'),
          password: textOf(values, 'password'),
        }),
    },
    actions: [cancelAction(view, 'changePassword')],
  }
}

const previousPasswordField = {
  ...currentPasswordField,
  name: 'previousPassword',
  label: { key: 'field.previousPassword' },
} as const

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
