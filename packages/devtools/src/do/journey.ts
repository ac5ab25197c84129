import { pathOf } from '@authchart/machine'
import type { AnyStateMachine } from 'xstate'
import type { Journey } from '../source/panel-source.ts'
import type { Inspector } from '../trace/inspect-auth.ts'
import { findWay } from './find-way.ts'
import { takeWay } from './take-way.ts'

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
  return {
    to: leaf,
    steps: way.map(({ label, to, outcome }) => ({ label, to, isAnswer: outcome !== undefined })),
    go: (onStep) => takeWay(inspector, way, onStep),
  }
}
