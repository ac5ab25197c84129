import type { AnyStateMachine } from 'xstate'

/**
 * The definition of a machine as JSON that Stately's editor imports: states, transitions, and guards,
 * actions and actors by their names. What is code (inputs, parameters) is left out.
 */
export const statelyJsonOf = ({ config }: AnyStateMachine): string =>
  `${JSON.stringify({ ...config, context: undefined }, undefined, 2)}\n`
