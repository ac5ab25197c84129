import type { MfaType } from '../../ports/index.ts'
import type { ViewOf } from '../../view/views/auth-views.ts'
import type { Phrase } from '../../words/phrase.ts'
import { cancelAction, exitActions, otherFactorAction, resendAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { FieldDescription, FormDescription } from './description.ts'
import { codeSentPhrase } from './destination.ts'
import { extraFields } from './extra-fields.ts'
import { codeField } from './fields.ts'
import { extrasOf, textOf } from './values.ts'

const rememberDeviceField: FieldDescription = {
  name: 'rememberDevice',
  kind: 'checkbox',
  label: { key: 'field.rememberDevice' },
  isRequired: false,
  autocomplete: 'off',
}

export function describeConfirmSignIn(
  view: ViewOf<'confirmSignIn'>,
  options: DescribeOptions,
): FormDescription {
  const { factor, mfaType, submit, resend } = view
  const isFirst = factor === 'first'
  return {
    name: 'confirmSignIn',
    variant: `${factor} ${mfaType}`,
    title: { key: 'title.confirmSignIn' },
    text: codeSource(view, options),
    fields: [
      codeField,
      // A device replaces a second factor only.
      ...(isFirst ? [] : [rememberDeviceField]),
      ...extraFields('confirmSignIn', options),
    ],
    submit: {
      event: 'confirmSignIn.submit',
      label: 'submit.confirmSignIn',
      act: (values) =>
        submit({
          code: textOf(values, 'code'),
          rememberDevice: textOf(values, 'rememberDevice') !== '',
          clientMetadata: extrasOf('confirmSignIn', options, values).clientMetadata,
        }),
    },
    actions: [
      cancelAction(view),
      isFirst
        ? resendAction('confirmSignIn.resend', view, () => resend(), options.timeUntil)
        : undefined,
      otherFactorAction(view),
      ...exitActions(view),
    ],
  }
}

function codeSource(
  { mfaType, destination, deviceName, username }: ViewOf<'confirmSignIn'>,
  { typed = [] }: DescribeOptions,
): Phrase {
  if (mfaType !== 'TOTP') return codeSentPhrase(destination, mfaType, [username, ...typed])
  return deviceName
    ? { key: 'text.codeByNamedApp', values: { app: deviceName } }
    : { key: 'text.codeByApp' }
}

export function describeCustomChallenge(
  view: ViewOf<'customChallenge'>,
  options: DescribeOptions,
): FormDescription {
  const { parameters, round, submit } = view
  // The parameter that the triggers of many pools put their question into.
  const { question } = parameters
  return {
    name: 'customChallenge',
    variant: round,
    title: { key: 'title.customChallenge' },
    text: question === undefined ? undefined : { text: question },
    fields: [
      {
        name: 'answer',
        kind: 'text',
        label: { key: 'field.answer' },
        isRequired: true,
        autocomplete: 'off',
      },
      ...extraFields('customChallenge', options),
    ],
    submit: {
      event: 'customChallenge.submit',
      label: 'submit.customChallenge',
      act: (values) =>
        submit({
          answer: textOf(values, 'answer'),
          clientMetadata: extrasOf('customChallenge', options, values).clientMetadata,
        }),
    },
    actions: [cancelAction(view), otherFactorAction(view), ...exitActions(view)],
  }
}

export function describeSelectMfaType(
  view: ViewOf<'selectMfaType'>,
  options: DescribeOptions,
): FormDescription {
  const { purpose, submit } = view
  return {
    name: 'selectMfaType',
    variant: purpose,
    title: { key: 'title.selectMfaType' },
    text: { key: purpose === 'setup' ? 'text.selectMfaSetup' : 'text.selectMfaType' },
    fields: [
      {
        name: 'mfaType',
        kind: 'choice',
        label: { key: 'field.mfaType' },
        isRequired: true,
        autocomplete: 'off',
        options: view.options.map((value) => ({ value, label: { key: `mfa.${value}` } })),
      },
      ...extraFields('selectMfaType', options),
    ],
    submit: {
      event: 'selectMfaType.submit',
      label: 'submit.selectMfaType',
      act: (values) =>
        submit({
          mfaType: textOf(values, 'mfaType') as MfaType,
          clientMetadata: extrasOf('selectMfaType', options, values).clientMetadata,
        }),
    },
    actions: [cancelAction(view), otherFactorAction(view), ...exitActions(view)],
  }
}

export function describeSetupEmail(
  view: ViewOf<'setupEmail'>,
  options: DescribeOptions,
): FormDescription {
  const { submit } = view
  return {
    name: 'setupEmail',
    title: { key: 'title.setupEmail' },
    text: { key: 'text.setupEmail' },
    fields: [
      {
        name: 'email',
        kind: 'email',
        label: { key: 'field.email' },
        isRequired: true,
        autocomplete: 'email',
      },
      ...extraFields('setupEmail', options),
    ],
    submit: {
      event: 'setupEmail.submit',
      label: 'submit.setupEmail',
      act: (values) =>
        submit({
          email: textOf(values, 'email'),
          clientMetadata: extrasOf('setupEmail', options, values).clientMetadata,
        }),
    },
    actions: [cancelAction(view), otherFactorAction(view), ...exitActions(view)],
  }
}
