import { descriptionOf } from '@authchart/machine/xstate'
import type { AnyStateMachine, AnyStateNode } from 'xstate'

/**
 * The definition of a machine as JSON that Stately's editor imports: states, transitions, and guards,
 * actions and actors by their names. What is code (inputs, parameters) is left out.
 */
export function statelyJsonOf({ root }: AnyStateMachine): string {
  return `${JSON.stringify({ ...described(root), context: undefined }, named, 2)}\n`
}

function described(node: AnyStateNode): object {
  const states = Object.entries<AnyStateNode>(node.states).map(([key, state]) => [
    key,
    described(state),
  ])
  return {
    description: descriptionOf(node),
    ...node.config,
    ...(states.length > 0 && { states: Object.fromEntries(states) }),
  }
}

/** Where a guard or an action may be written as code: there one must stand. */
const places = /^(?:\d+|guard|actions|entry|exit)$/

const named = (key: string, value: unknown): unknown =>
  typeof value === 'function' && places.test(key) ? { type: value.name || 'inline' } : value
