import { type AuthSnapshot, actorOf, pathOf } from '@authchart/machine/xstate'
import type { AnyStateMachine } from 'xstate'
import { isFakeSession } from '../fake-cognito/fake-cognito.ts'
import { irreversible } from '../source/event-fields.ts'
import type { Journey } from '../source/panel-source.ts'
import type { Inspector } from '../trace/inspector.ts'
import { findPath, offersPasskeys, type PathStep } from './find-path.ts'
import { takePath } from './take-path.ts'

/**
 * A path from the current state of the app to a leaf of its chart.
 *
 * @throws Error with a message for the user if there is no path.
 */
export function planJourney(inspector: Inspector, leaf: string): Journey {
  const actor = actorOf(inspector.auth)
  const snapshot = actor.getSnapshot()
  const path = pathTo(leaf, actor.logic as unknown as AnyStateMachine, snapshot)
  // During the journey the request of this step is paused; it is sent when the user releases it.
  const isReal = snapshot.context.user !== undefined && !isFakeSession(inspector.auth)
  const last = path.find(({ event }) => Object.hasOwn(irreversible, event.type))
  if (isReal && last) {
    throw new Error(
      `The only path from ${pathOf(snapshot)} to ${leaf} includes ${last.event.type}, which cannot be undone. Sign out first: then the path is taken with a fake user.`,
    )
  }
  return {
    to: leaf,
    steps: path.map(({ label, to, outcome }) => ({ label, to, isAnswer: outcome !== undefined })),
    go: (onStep) => takePath(inspector, path, onStep),
  }
}

function pathTo(
  leaf: string,
  machine: AnyStateMachine,
  snapshot: AuthSnapshot,
): readonly PathStep[] {
  try {
    return findPath(machine, snapshot, leaf)
  } catch (cause) {
    if (leaf.startsWith('signedIn.passkeyPrompt.') && !offersPasskeys(snapshot)) {
      throw new Error(
        'This app offers no passkeys: PASSKEY is not in "passwordless.factors" of its configuration.',
        { cause },
      )
    }
    throw new Error(
      `No events of the user and responses of Cognito lead from ${pathOf(snapshot)} to ${leaf}.`,
      { cause },
    )
  }
}
