import type { Shown, TraceEvent } from './trace-event.ts'

/** The state of an app after some events of its trace. */
export interface TraceState {
  readonly leaf: string
  readonly context: Readonly<Record<string, Shown>>
  /** Actors that run, and since when. */
  readonly running: ReadonlyMap<string, number>
}

export const emptyTraceState: TraceState = { leaf: '', context: {}, running: new Map() }

/** How things are after one more event; the same object where it changes nothing. */
export function reduceTrace(state: TraceState, event: TraceEvent): TraceState {
  if (event.type === 'attached') {
    return { ...state, leaf: event.leaf, context: { ...Object(event.context) } }
  }
  if (event.type === 'transition') return { ...state, leaf: event.to }
  if (event.type === 'context') {
    const after = Object.entries(event.changes).map(([key, change]) => [key, change.after])
    return { ...state, context: { ...state.context, ...Object.fromEntries(after) } }
  }
  if (event.type === 'actor.started') {
    return { ...state, running: new Map([...state.running, [event.actor, event.at]]) }
  }
  if (!('actor' in event)) return state
  return { ...state, running: new Map([...state.running].filter(([name]) => name !== event.actor)) }
}
