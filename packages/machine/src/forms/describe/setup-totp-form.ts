import type { ViewOf } from '../../view/views/auth-views.ts'
import { cancelAction, goSignedInAction, otherFactorAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { FormDescription } from './description.ts'
import { extraFields } from './extra-fields.ts'
import { codeField } from './fields.ts'
import { extrasOf, textOf } from './values.ts'

export function describeSetupTotp(
  view: ViewOf<'setupTotp'>,
  options: DescribeOptions,
): FormDescription {
  const { submit, isVerified, secret, setupKey, setupUri } = view
  const hasKey = secret !== undefined && !isVerified
  return {
    name: 'setupTotp',
    title: { key: 'title.setupTotp' },
    text: hasKey
      ? { key: 'text.setupTotp' }
      : isVerified
        ? { key: 'text.setupTotpVerified' }
        : undefined,
    setup: hasKey ? { key: setupKey, uri: setupUri } : undefined,
    fields: hasKey
      ? [
          codeField,
          {
            name: 'deviceName',
            kind: 'text',
            label: { key: 'field.deviceName' },
            isRequired: false,
            autocomplete: 'off',
          },
          ...extraFields('setupTotp', options),
        ]
      : [],
    submit: hasKey
      ? {
          event: 'setupTotp.submit',
          label: 'submit.setupTotp',
          act: (values) =>
            submit({
              code: textOf(values, 'code'),
              deviceName: textOf(values, 'deviceName') || undefined,
              clientMetadata: extrasOf('setupTotp', options, values).clientMetadata,
            }),
        }
      : undefined,
    actions: [
      cancelAction(view),
      view.canRetry
        ? {
            name: 'retry',
            event: 'setupTotp.retry',
            kind: 'secondary',
            label: { key: 'action.retry' },
            isDisabled: view.isPending,
            act: view.retry,
          }
        : undefined,
      {
        name: 'leave',
        event: 'setupTotp.leave',
        kind: 'link',
        label: { key: 'action.leave' },
        act: view.leave,
      },
      otherFactorAction(view),
      goSignedInAction(view.elsewhere, view.goSignedIn),
    ],
  }
}
