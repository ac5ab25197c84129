import type { Step } from '../model/model.ts'
import { routeOfLeaf } from '../ui/define-ui.ts'
import { routesWith } from '../ui/routes-with.ts'

const elsewhere = /^(redirectToSignIn|redirectToSignOut|completeRedirect|federatedSignIn)$/

/** Why a plain spec file does not take a step; the drivers take more. */
export function refusedInSpecs({ kind, event, outcome, label, from }: Step): string | undefined {
  if (kind === 'news') return 'it comes from another tab or from the session itself'
  if (kind === 'action') {
    if (event.type === 'signIn.redirect' || event.type === 'signIn.federate') {
      return 'it leads to another page'
    }
    const isOffered = routesWith(event.type)?.includes(routeOfLeaf(from.leaf)) ?? true
    if (!isOffered) return 'no view offers it there'
  }
  if (!outcome) return undefined
  if (outcome.name === 'breaks') return 'an actor that lives on breaks as it likes'
  if (elsewhere.test(outcome.actor) || /hosted UI/.test(label)) return 'it comes from another page'
  if (outcome.refusal?.operation === 'browser') return 'the browser of the spec does not fail'
  if (outcome.refusal?.type === 'TimeoutError') return 'it takes as long as the app waits'
  return undefined
}
