import { type AuthEvent, Secret } from '@authchart/machine'
import { eventRules } from '../redaction/allow-list.ts'
import { fieldsOf, isScreenEvent } from './event-fields.ts'
import type { PlainEvent } from './panel-source.ts'

/** An event of a chart that a developer has extended: its payload is unknown here. */
export function isOwnEvent(type: string): boolean {
  return !/^xstate\.|^\*?$/.test(type) && !Object.hasOwn(eventRules, type)
}

/** What was typed, as the chart takes it. Secrets are secret from here on. */
export function toEvent(typed: PlainEvent): AuthEvent {
  const { type } = typed
  if (isOwnEvent(type)) return toOwnEvent(typed)
  if (!isScreenEvent(type)) throw new TypeError(`No screen sends "${type}"`)
  const event: Record<string, unknown> = { type }
  for (const { name, kind } of fieldsOf(type) ?? []) {
    const value = typed[name]
    const [key = name, part] = name.split('.')
    if (part !== undefined) {
      event[key] = { ...Object(event[key]), ...(value !== undefined && { [part]: value }) }
    } else if (value !== undefined) {
      event[key] = kind === 'secret' ? new Secret(value) : value
    }
  }
  return event as AuthEvent
}

/** Every input of a step is secret: see `defineStep`. */
function toOwnEvent({ type, ...typed }: PlainEvent): AuthEvent {
  const input = Object.entries(typed)
    .filter(([name]) => name.startsWith('input.'))
    .map(([name, value]) => [name.slice('input.'.length), value])
  const own = input.length > 0 ? { type, input: new Secret(Object.fromEntries(input)) } : { type }
  return own as unknown as AuthEvent
}
