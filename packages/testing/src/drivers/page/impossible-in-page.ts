import { routeOfPlace } from '../../contract/route-of-place.ts'
import { isSigningInAlone } from '../../model/leaves.ts'
import type { Place, Step } from '../../model/model.ts'

/** Left before they can be seen: the browser itself ends what they wait for, at once. */
const transient = /^(restoring\.reading|signingOut\.ending)\b/

/** `autoSignIn` without a password sends no request. */
const isWithoutPassword = ({ from }: Step) =>
  isSigningInAlone(from.leaf) && !from.facts.has('passwordStored')

const isRendered = ({ facts }: Place) =>
  facts.has('renderedSignedIn') || facts.has('renderedSignedOut')

const isOfSession = /^a session(, due| of the hosted UI)?$/

/** Why no page in a browser can take a step; `undefined` where it can. */
export function impossibleInPage(step: Step): string | undefined {
  const { from, kind, event, outcome } = step
  if (from.isStart && isRendered(from)) return 'the app is not rendered by a server'
  const isFederated = from.facts.has('federated')
  if (outcome) return impossibleOutcome(step)
  if (transient.test(from.leaf)) return `“${from.leaf}” is over before anything else can happen`
  if (isWithoutPassword(step)) return 'without a password the sign-in screen is there at once'
  if (isFederated && from.leaf === 'signingOut.revoking') return 'there is no token to revoke'
  if (isFederated && kind === 'action' && event.type.startsWith('signedIn.')) {
    return 'who signs in with a token of a provider alone has no account here'
  }
  if (isFederated && (event as { global?: boolean }).global)
    return 'there is no account to sign out of'
  return kind === 'external' ? impossibleExternal(step) : undefined
}

/** What is signed in with after a confirmation was typed a moment ago, or was not. */
function impossibleByVault({ from, outcome }: Pick<Step, 'from' | 'outcome'>): string | undefined {
  if (outcome?.actor !== 'autoSignIn') return undefined
  const isStored = from.facts.has('passwordStored')
  const isUsed = outcome.name !== 'no password any more'
  if (isStored === isUsed) return undefined
  return isStored ? 'the password was typed a moment ago' : 'there is no password to sign in with'
}

function impossibleOutcome(step: Step): string | undefined {
  const { from, outcome } = step
  const { actor, name, rejection } = outcome ?? { actor: '', name: '' }
  if (actor === 'autofillPasskey') return 'no user has signed in with a passkey here before'
  if (name === 'breaks') return 'an actor that lives on breaks as it likes'
  if (actor === 'readSession' && !from.isStart && !isOfSession.test(name)) {
    return 'later than at the start it is another tab that has left a session'
  }
  const vault = impossibleByVault(step)
  if (vault) return vault
  if (actor.startsWith('redirectTo')) {
    if (rejection?.type === 'ConfigError') return 'the app is configured with a hosted UI'
    if (rejection && from.facts.has('elsewhere')) return 'by then the other tab’s session is there'
    if (name === 'an answer') return 'a page is left for the hosted UI, and loaded anew'
  }
  if (actor === 'completeRedirect' && rejection?.operation === 'browser') {
    return 'it is rejected before it can be seen'
  }
  if (rejection?.type === 'SignedOutError') return 'it is another tab that signs out'
  if (rejection?.type === 'TimeoutError' && from.facts.has('cooling')) {
    return 'the wait for an answer is part of the wait for another code'
  }
  if (actor === 'revokeToken' && from.facts.has('federated') && rejection) {
    return 'there is no token to revoke'
  }
  return undefined
}

function impossibleExternal({ from, event: { type } }: Step): string | undefined {
  if (type === 'link.opened')
    return 'the app itself reads its address, and opens what a link leads to'
  if (from.leaf === 'restoring.refreshing')
    return 'an event of another tab ends the refresh that is awaited'
  if (type === 'account.read' && routeOfPlace(from) !== 'signedIn') {
    return 'nothing on this screen reads the account'
  }
  if (from.facts.has('federated') && /refresh/.test(type)) return 'there is nothing to refresh with'
  return undefined
}
