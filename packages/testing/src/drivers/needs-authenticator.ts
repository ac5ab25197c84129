import type { Step } from '../model/model.ts'

export const noAuthenticator = 'there is no authenticator for passkeys'

/** Whether a step needs passkeys: one that the pool offers, the dialog of the browser, or one that is deleted. */
export function isOfPasskey({ event, outcome }: Step): boolean {
  const isOffered = outcome?.name.includes('a passkey to create') === true
  return isOffered || /passkey/i.test(outcome?.actor ?? event.type)
}
