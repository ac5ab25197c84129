import type { Step } from '../model/model.ts'

export const noAuthenticator = 'there is no authenticator for passkeys'

/** Whether a step needs passkeys: one that the pool offers, the dialog of the browser, or one that is deleted. */
export function isOfPasskey({ event, outcome }: Step): boolean {
  const isOffered = outcome?.name.includes('a passkey to create') === true
  return isOffered || /passkey/i.test(outcome?.actor ?? event.type)
}

/** Whether a step creates or deletes a passkey: the dialog of a sign-in can be scripted. */
export function isOfNewPasskey(step: Step): boolean {
  const { event, outcome } = step
  return (
    isOfPasskey(step) &&
    !/^(getPasskey|autofillPasskey|passkey\.)/.test(outcome?.actor ?? event.type)
  )
}
