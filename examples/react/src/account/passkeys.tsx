import { toolsOf } from '@authchart/example-shared/actions'
import { passkeyFacts, passkeyName } from '@authchart/example-shared/passkeys'
import type { Words } from '@authchart/machine/words'
import { type ReactForm, useAuthMachine } from '@authchart/react'
import { Actions } from '../auth-form.tsx'

interface PasskeysProps {
  actions: ReactForm['actions']
  words: Words
}

/** Each passkey, with the action that deletes it. */
export function Passkeys({ actions, words }: PasskeysProps) {
  const view = useAuthMachine()
  if (view.route !== 'signedIn' || !view.passkeys.data?.length) return null
  return (
    <ul className="passkeys">
      {view.passkeys.data.map((passkey) => (
        <li key={passkey.id}>
          <p>{passkeyName(words, passkey)}</p>
          <p className="hint">{passkeyFacts(words, passkey)}</p>
          <Actions className="tools" actions={toolsOf(actions, passkey.id)} />
        </li>
      ))}
    </ul>
  )
}
