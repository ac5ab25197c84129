import type { AuthContext } from '@authchart/machine'
import type { Place, Step } from '../model/model.ts'

const noAuthenticator = 'there is no authenticator for passkeys'

/** Whether an actor opens a dialog of the browser. */
export function isDialog(actor: string): boolean {
  return actor === 'createPasskey' || actor === 'getPasskey'
}

/** Why an app cannot take a step of passkeys, with an authenticator or without; `undefined` where it can. */
export function impossibleByAuthenticator(
  step: Step,
  hasAuthenticator: boolean,
): string | undefined {
  if (!hasAuthenticator) return isOfPasskey(step) ? noAuthenticator : undefined
  if (step.outcome?.rejection?.type === 'PasskeyInsecurePageError') {
    return 'a page that has an authenticator is secure'
  }
  return isOfferedAnother(step) ? 'a user who has a passkey is offered none' : undefined
}

/** Whether it needs passkeys: one that the pool offers, the dialog of the browser, or one that is deleted. */
function isOfPasskey({ event, outcome, to }: Step): boolean {
  const isInDialog = to.leaf.startsWith('passkey.') && to.leaf !== 'passkey.editing'
  return isInDialog || isOffer(outcome?.name) || /passkey/i.test(outcome?.actor ?? event.type)
}

/** Whether an outcome, by its name, offers the user a passkey. */
export function isOffer(outcome = ''): boolean {
  return outcome.includes('a passkey to create')
}

/** Whether a sign-in offers a passkey to a user who has one. */
export function isOfferedAnother({ from, outcome }: Step): boolean {
  return outcome?.actor === 'respondToChallenge' && isOffer(outcome.name) && hasPasskey(from)
}

/** Cognito lists the factors that the user has. */
function hasPasskey({ snapshot }: Place): boolean {
  const { challenge }: AuthContext = snapshot.context
  return challenge?.factors.includes('PASSKEY') === true
}
