import type { Shown, TraceEvent } from './trace-event.ts'

/** How things are after some events of a trace, as far as it tells. */
export interface Told {
  readonly leaf: string
  readonly context: Readonly<Record<string, Shown>>
  /** Who was asked and has not answered, and since when. */
  readonly running: ReadonlyMap<string, number>
}

export const nothingTold: Told = { leaf: '', context: {}, running: new Map() }

/** How things are after one more event; the same object where it changes nothing. */
export function nextTold(told: Told, event: TraceEvent): Told {
  if (event.type === 'attached') {
    return { ...told, leaf: event.leaf, context: { ...Object(event.context) } }
  }
  if (event.type === 'transition') return { ...told, leaf: event.to }
  if (event.type === 'context') {
    const after = Object.entries(event.changes).map(([key, change]) => [key, change.after])
    return { ...told, context: { ...told.context, ...Object.fromEntries(after) } }
  }
  if (event.type === 'actor.started') {
    return { ...told, running: new Map([...told.running, [event.actor, event.at]]) }
  }
  if (!('actor' in event)) return told
  return { ...told, running: new Map([...told.running].filter(([name]) => name !== event.actor)) }
}
