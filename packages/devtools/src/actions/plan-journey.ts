import { pathOf } from '@authchart/machine'
import type { AnyStateMachine } from 'xstate'
import { isMadeUp } from '../fake-cognito/fake-cognito.ts'
import { irreversible } from '../source/event-fields.ts'
import type { Journey } from '../source/panel-source.ts'
import type { Inspector } from '../trace/inspector.ts'
import { findWay } from './find-path.ts'
import { takeWay } from './take-path.ts'

/**
 * A way from where the app is to a leaf of its chart.
 *
 * @throws Error where there is none: in words.
 */
export function planJourney(inspector: Inspector, leaf: string): Journey {
  const { actor } = inspector.auth
  const snapshot = actor.getSnapshot()
  const way = findWay(actor.logic as unknown as AnyStateMachine, snapshot, leaf)
  if (!way) {
    throw new Error(
      `No way leads from ${pathOf(snapshot)} to ${leaf} by what users do and Cognito answers.`,
    )
  }
  // Its request is kept back on the way, and sent by whoever lets it go.
  const isReal = snapshot.context.user !== undefined && !isMadeUp(inspector.auth)
  const last = way.find(({ event }) => Object.hasOwn(irreversible, event.type))
  if (isReal && last) {
    throw new Error(
      `No way leads from ${pathOf(snapshot)} to ${leaf} but by ${last.event.type}, which cannot be taken back. Sign out first: then the way is gone with a user who is made up.`,
    )
  }
  return {
    to: leaf,
    steps: way.map(({ label, to, outcome }) => ({ label, to, isAnswer: outcome !== undefined })),
    go: (onStep) => takeWay(inspector, way, onStep),
  }
}
