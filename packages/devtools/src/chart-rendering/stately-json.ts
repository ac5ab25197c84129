import type { AnyStateMachine } from 'xstate'

/**
 * The definition of a machine as JSON that Stately's editor imports: states, transitions, and guards,
 * actions and actors by their names. What is code (inputs, parameters) is left out.
 */
export function statelyJsonOf({ config }: AnyStateMachine): string {
  return `${JSON.stringify({ ...config, context: undefined }, named, 2)}\n`
}

/** Where a guard or an action may be written as code: there one must stand. */
const places = /^(?:\d+|guard|actions|entry|exit)$/

const named = (key: string, value: unknown): unknown =>
  typeof value === 'function' && places.test(key) ? { type: value.name || 'inline' } : value
