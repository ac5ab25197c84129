import { routeOfLeaf } from '../../contract/define-ui.ts'
import type { Step } from '../../model/model.ts'

/** Left before anybody could see them: what they wait for is answered by the browser itself, at once. */
const fleeting = /^(restoring\.reading|signingOut\.ending)\b/

/** `autoSignIn` without a password asks nobody. */
const isWithoutPassword = ({ from }: Step) =>
  /\.signingIn$/.test(from.leaf) &&
  !from.leaf.startsWith('redirecting') &&
  !from.id.includes('password kept')

const isOfSession = /^a session(, due| of the hosted UI)?$/

/** Why no page in a browser can take a step; `undefined` where it can. */
export function refusedByPage(step: Step): string | undefined {
  const { from, kind, event, outcome } = step
  if (from.id.includes('rendered by a server')) return 'the app is not rendered by a server'
  const isFederated = from.id.includes('federated')
  if (outcome) return refusedOutcome(step)
  if (fleeting.test(from.leaf)) return `“${from.leaf}” is over before anything else can happen`
  if (isWithoutPassword(step)) return 'without a password the sign-in screen is there at once'
  if (isFederated && from.leaf === 'signingOut.revoking') return 'there is no token to revoke'
  if (isFederated && kind === 'action' && event.type.startsWith('signedIn.')) {
    return 'who signs in with a token of a provider alone has no account here'
  }
  if (isFederated && (event as { global?: boolean }).global)
    return 'there is no account to sign out of'
  return kind === 'news' ? refusedNews(step) : undefined
}

/** What is signed in with after a confirmation was typed a moment ago, or was not. */
function refusedByVault({ from, outcome }: Pick<Step, 'from' | 'outcome'>): string | undefined {
  if (outcome?.actor !== 'autoSignIn') return undefined
  const isKept = from.id.includes('password kept')
  const isUsed = outcome.name !== 'no password any more'
  if (isKept === isUsed) return undefined
  return isKept ? 'the password was typed a moment ago' : 'there is no password to sign in with'
}

function refusedOutcome(step: Step): string | undefined {
  const { from, outcome } = step
  const { actor, name, refusal } = outcome ?? { actor: '', name: '' }
  if (name === 'breaks') return 'an actor that lives on breaks as it likes'
  if (actor === 'readSession' && !from.isStart && !isOfSession.test(name)) {
    return 'later than at the start it is another tab that has left a session'
  }
  const vault = refusedByVault(step)
  if (vault) return vault
  if (actor.startsWith('redirectTo')) {
    if (refusal?.type === 'ConfigError') return 'the app is configured with a hosted UI'
    if (refusal && from.id.includes('elsewhere')) return 'by then the other tab’s session is there'
    if (name === 'an answer') return 'a page is left for the hosted UI, and loaded anew'
  }
  if (actor === 'completeRedirect' && refusal?.operation === 'browser') {
    return 'it is refused before anything can be seen of it'
  }
  if (refusal?.type === 'SignedOutError') return 'it is another tab that signs out'
  if (refusal?.type === 'TimeoutError' && from.id.includes('cooling')) {
    return 'the wait for an answer is part of the wait for another code'
  }
  if (actor === 'revokeToken' && from.id.includes('federated') && refusal) {
    return 'there is no token to revoke'
  }
  return undefined
}

function refusedNews({ from, event: { type } }: Step): string | undefined {
  if (from.leaf === 'restoring.refreshing')
    return 'another tab’s news end the refresh that is awaited'
  if (type === 'account.read' && routeOfLeaf(from.leaf) !== 'signedIn') {
    return 'nothing on this screen reads the account'
  }
  if (from.id.includes('federated') && /refresh/.test(type))
    return 'there is nothing to refresh with'
  return undefined
}
