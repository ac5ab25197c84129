import { isOffered } from '../contract/define-ui.ts'
import { offers } from '../contract/offers.ts'
import { impossibleByAuthenticator } from '../drivers/needs-authenticator.ts'
import { impossibleInPage } from '../drivers/page/impossible-in-page.ts'
import type { Step } from '../model/model.ts'

const elsewhere = /^(redirectToSignIn|redirectToSignOut|completeRedirect|federatedSignIn)$/

/** Why a plain spec file does not take a step; the drivers take more. */
export function impossibleInSpecs(step: Step): string | undefined {
  const { kind, event, outcome, label, from } = step
  if (kind === 'external') return 'it comes from another tab or from the session itself'
  if (kind === 'action') {
    if (/^(signIn\.redirect|signUp\.redirect|signIn\.federate)$/.test(event.type)) {
      return 'it leads to another page'
    }
    if (!offers(from, event)) return 'no view offers it there'
    if (!isOffered(step)) return 'the view has no such option'
  }
  const why = impossibleByAuthenticator(step, false) ?? impossibleInPage(step)
  if (!outcome) return why
  if (outcome.name === 'breaks') return 'an actor that lives on breaks as it likes'
  if (elsewhere.test(outcome.actor) || /hosted UI/.test(label)) return 'it comes from another page'
  if (outcome.rejection?.operation === 'browser') return 'the browser of the spec does not fail'
  if (outcome.rejection?.type === 'TimeoutError') return 'it takes as long as the app waits'
  return why
}
