import type { AuthContext } from '@authchart/machine'
import type { EventObject } from 'xstate'
import type { Step } from '../../model/model.ts'
import { isOfferedAnother } from '../needs-authenticator.ts'

/** Why a step of a walk cannot happen to an app whose ports are real. */
export function cannotTake(step: Step): string | undefined {
  const { from, kind, event, outcome } = step
  const { user, elsewhere }: AuthContext = from.snapshot.context
  if (isOfferedAnother(step)) return 'a user who has a passkey is offered none'
  if (
    from.leaf === 'passkey.answering' &&
    outcome?.rejection?.message === 'Incorrect username or password.'
  ) {
    return 'what Cognito says of a wrong password, it says of a passkey here'
  }
  if (outcome?.actor === 'autofillPasskey')
    return 'no user has signed in with a passkey here before'
  if (outcome?.name === 'breaks') return 'an actor that lives on does not break'
  const isOfSession = kind === 'external' && event.type.startsWith('session.')
  const isStoring =
    /^(restoring\.reading|signingOut\.ending)$/.test(from.leaf) ||
    (from.leaf === 'signingOut.revoking' && user?.kind === 'federated')
  if (isStoring && (isOfSession || (elsewhere && from.leaf === 'signingOut.ending'))) {
    return 'the storage does one thing at a time: external events wait until that is done'
  }
  if (from.leaf === 'restoring.refreshing') {
    const isGone = elsewhere && outcome && outcome.rejection?.type !== 'SignedOutError'
    if (isGone || event.type === 'session.ended') {
      return 'a session that is gone takes its refresh with it'
    }
  }
  if (event.type === 'session.refreshed' && user?.kind === 'hostedUi') {
    return 'a refresh does not change how the user has signed in'
  }
  if (outcome?.name === 'no password any more' && elsewhere) {
    return 'the vault answers at once: nothing comes between'
  }
  if (user?.kind === 'federated' && !isForFederated(event, outcome?.name)) {
    return 'who has signed in at the identity pool alone has no account in the user pool'
  }
  return undefined
}

const isForFederated = (
  { type, global }: EventObject & { readonly global?: unknown },
  outcome: string | undefined,
): boolean =>
  (type === 'signOut' && !global) || /^session\.(found|ended)$/.test(type) || outcome === 'success'
