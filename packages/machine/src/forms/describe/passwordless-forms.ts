import type { FirstFactor } from '../../ports/index.ts'
import type { ViewOf } from '../../view/views/auth-views.ts'
import { cancelAction, exitActions, otherFactorAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { ActionDescription, FormDescription } from './description.ts'
import { extraFields } from './extra-fields.ts'
import { currentPasswordField } from './fields.ts'
import { extrasOf, textOf } from './values.ts'

/** The form is for the password; the other factors have a button each. Without a password all have. */
export function describeSelectFactor(
  view: ViewOf<'selectFactor'>,
  options: DescribeOptions,
): FormDescription {
  const { options: factors, username, submit } = view
  const hasPassword = factors.includes('PASSWORD')
  return {
    name: 'selectFactor',
    title: { key: 'title.selectFactor' },
    account: hasPassword ? username : undefined,
    fields: hasPassword ? [currentPasswordField, ...extraFields('selectFactor', options)] : [],
    submit: hasPassword
      ? {
          event: 'selectFactor.submit',
          label: 'submit.selectFactor',
          act: (values) =>
            submit({
              factor: 'PASSWORD',
              password: textOf(values, 'password'),
              clientMetadata: extrasOf('selectFactor', options, values).clientMetadata,
            }),
        }
      : undefined,
    actions: [
      cancelAction(view),
      ...factors.filter(isWithoutPassword).map(
        (factor): ActionDescription => ({
          name: `factor.${factor}`,
          event: 'selectFactor.submit',
          kind: 'secondary',
          label: { key: `factor.${factor}` },
          isDisabled: view.isPending,
          act: () => submit({ factor }),
        }),
      ),
      ...exitActions(view),
    ],
  }
}

function isWithoutPassword(factor: FirstFactor): factor is Exclude<FirstFactor, 'PASSWORD'> {
  return factor !== 'PASSWORD'
}

/** The browser has a dialog of its own; the form begins it again. */
export function describePasskey(view: ViewOf<'passkey'>): FormDescription {
  const { submit } = view
  return {
    name: 'passkey',
    title: { key: 'title.passkey' },
    text: { key: 'text.passkey' },
    submit: { event: 'passkey.submit', label: 'submit.passkey', act: () => submit() },
    actions: [cancelAction(view), otherFactorAction(view), ...exitActions(view)],
  }
}
