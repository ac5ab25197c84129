import {
  type Check,
  eachOf,
  having,
  listOf,
  maybe,
  number,
  record,
  text,
  yesOrNo,
} from './checks.ts'
import type { Happening, Lane, TraceEvent } from './trace-event.ts'

type Type = Happening['type']
type FieldOf<T extends Type> = Exclude<
  keyof Extract<Happening, { readonly type: T }>,
  'type' | 'payload' | 'input' | 'output' | 'failure'
>

const lanes: ReadonlySet<unknown> = new Set<Lane>(['user', 'machine', 'cognito', 'storage', 'tabs'])
const candidate = having({
  source: text,
  target: maybe(text),
  guard: maybe(text),
  isActive: yesOrNo,
})
const timer = { name: text }

/** Shown values may be any JSON; all other fields are listed here. */
const fields: { readonly [T in Type]: { readonly [Field in FieldOf<T>]: Check } } = {
  attached: { leaf: text, context: record, actors: listOf(text) },
  event: { name: text, source: maybe(text), target: maybe(text) },
  ignored: { name: text, leaf: text, candidates: listOf(candidate), repeats: maybe(number) },
  transition: {
    event: text,
    from: text,
    to: text,
    source: text,
    branch: number,
    guard: maybe(text),
  },
  context: { changes: eachOf(record) },
  'actor.started': { actor: text },
  'actor.done': { actor: text, outcome: maybe(text), ms: maybe(number) },
  'actor.failed': { actor: text, code: text, ms: maybe(number) },
  'actor.stopped': { actor: text, ms: maybe(number) },
  'timer.started': { ...timer, delayMs: number },
  'timer.fired': timer,
  'timer.cancelled': timer,
  emitted: { name: text },
  request: { request: number, operation: text, variant: maybe(text), bytes: number },
  answer: {
    request: number,
    operation: text,
    status: maybe(number),
    errorType: maybe(text),
    challengeName: maybe(text),
    requestId: maybe(text),
    latencyMs: number,
    bytes: number,
    isInjected: yesOrNo,
  },
  storage: { change: text, key: maybe(text), size: number, area: text, isElsewhere: yesOrNo },
  tab: { direction: text, message: text, code: maybe(text) },
  inspectorFailed: { error: text },
}

/** Whether a value from elsewhere is an event of a trace. Other versions may have unknown types. */
export function isTraceEvent(value: unknown): value is TraceEvent {
  const { id, at, lane, type }: Record<string, unknown> = Object(value)
  if (!number(id) || !number(at) || !lanes.has(lane) || typeof type !== 'string') return false
  return !Object.hasOwn(fields, type) || having(fields[type as Type])(value)
}
