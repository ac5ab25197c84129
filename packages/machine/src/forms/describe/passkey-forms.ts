import type { Passkey } from '../../ports/index.ts'
import type { ViewOf } from '../../view/views/auth-views.ts'
import type { Phrase } from '../../words/phrase.ts'
import { cancelAction } from './actions.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { ActionDescription, FormDescription } from './description.ts'

/** Asks a user without a passkey to create one. */
export function describePasskeyPrompt(view: ViewOf<'passkeyPrompt'>): FormDescription {
  return {
    name: 'passkeyPrompt',
    title: { key: 'title.passkeyPrompt' },
    text: { key: 'text.passkeyPrompt' },
    submit: {
      event: 'passkeyPrompt.submit',
      label: 'submit.passkeyPrompt',
      act: () => view.submit(),
    },
    actions: [
      cancelAction(view),
      {
        name: 'skip',
        event: 'passkeyPrompt.skip',
        kind: 'secondary',
        label: { key: 'action.leave' },
        act: view.skip,
      },
      {
        name: 'never',
        event: 'passkeyPrompt.never',
        kind: 'link',
        label: { key: 'action.never' },
        act: view.never,
      },
    ],
  }
}

/** The passkeys of the account: a button for each deletes it, and one creates another. */
export function describePasskeys(
  view: ViewOf<'signedIn'>,
  passkeys: readonly Passkey[],
  { date }: DescribeOptions,
): FormDescription {
  const { registerPasskey, deletePasskey } = view
  return {
    name: 'passkeys',
    title: { key: 'title.passkeys' },
    text: passkeys.length === 0 ? { key: 'text.noPasskeys' } : undefined,
    actions: [
      {
        name: 'registerPasskey',
        event: 'signedIn.registerPasskey',
        kind: 'secondary',
        label: { key: 'action.registerPasskey' },
        isDisabled: view.isPending,
        act: registerPasskey,
      },
      ...passkeys.map(
        (passkey): ActionDescription => ({
          name: `deletePasskey.${passkey.id}`,
          event: 'signedIn.deletePasskey',
          kind: 'secondary',
          label: {
            key: 'action.deletePasskey',
            values: { passkey: passkeyName(passkey, date) },
          },
          isDisabled: view.isPending,
          act: () => deletePasskey({ id: passkey.id }),
        }),
      ),
      cancelAction(view, 'passkeys'),
    ],
  }
}

/** Several may have the same name: the date distinguishes them. */
function passkeyName({ name, createdAt }: Passkey, date: DescribeOptions['date']): Phrase {
  const called: Phrase = name === undefined ? { key: 'passkey.unnamed' } : { text: name }
  if (createdAt === undefined) return called
  return { key: 'passkey.created', values: { name: called, date: date(createdAt) } }
}
