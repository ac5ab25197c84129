import { leafName } from '@authchart/machine/xstate'
import type { TraceEvent } from '../trace/trace-event.ts'

/** A line of the timeline: a name as in the code, and what there is to say. */
export interface Sentence {
  readonly name: string
  readonly rest: string
  /** Something did not work out. */
  readonly isBad: boolean
}

const sentences = new WeakMap<TraceEvent, Sentence>()

export function sentenceOf(event: TraceEvent): Sentence {
  const known = sentences.get(event)
  if (known) return known
  const [name, rest = '', isBad = false] = partsOf(event)
  const sentence = { name, rest, isBad }
  sentences.set(event, sentence)
  return sentence
}

function partsOf(event: TraceEvent): readonly [name: string, rest?: string, isBad?: boolean] {
  switch (event.type) {
    case 'attached':
      return ['inspector', `attached in ${leafName(event.leaf)}`]
    case 'event':
      return [event.name, directionOf(event.source, event.target)]
    case 'ignored':
      return [event.name, event.repeats === null ? 'ignored' : 'ignored, sent twice', true]
    case 'transition':
      return [changeBetween(event.from, event.to), event.guard ? `if ${event.guard}` : '']
    case 'context':
      return ['context', Object.keys(event.changes).join(', ')]
    case 'actor.started':
      return [event.actor, 'started']
    case 'actor.done':
      return [event.actor, joined('answered', event.outcome, msOf(event.ms))]
    case 'actor.failed':
      return [event.actor, joined('failed', event.code, msOf(event.ms)), true]
    case 'actor.stopped':
      return [event.actor, joined('stopped', msOf(event.ms))]
    case 'timer.started':
      return [event.name, `in ${durationOf(event.delayMs)}`]
    case 'timer.fired':
      return [event.name, 'fired']
    case 'timer.cancelled':
      return [event.name, 'cancelled']
    case 'emitted':
      return [event.name, 'emitted']
    case 'request':
      return [event.operation, joined(event.variant, sizeOf(event.bytes))]
    case 'answer':
      return [event.operation, ...answerOf(event)]
    case 'storage':
      return [lastPart(event.key ?? event.area), joined(event.change, sizeOf(event.size))]
    case 'tab':
      return [event.message, joined(event.direction, event.code)]
    case 'inspectorFailed':
      return ['inspector', `failed: ${event.error}`, true]
    default:
      // A trace of another version may contain unknown events.
      return [(event as { readonly type: string }).type]
  }
}

function answerOf(event: Extract<TraceEvent, { type: 'answer' }>): readonly [string, boolean] {
  const { status, errorType, challengeName, latencyMs, isInjected } = event
  const said = errorType ?? challengeName
  const rest = joined(status ?? 'lost', said, msOf(latencyMs), isInjected && 'injected')
  return [rest, errorType !== null || status === null || status >= 400]
}

/** `signIn.editing → submitting`: the flow is written once. */
export function changeBetween(from: string, to: string): string {
  const [before, after] = [leafName(from), leafName(to)]
  return before === after ? after : `${before} → ${relativeName(before, after)}`
}

/** The name of a state within the flow of another one. */
export function relativeName(from: string, to: string): string {
  const flow = from.slice(0, from.lastIndexOf('.') + 1)
  return flow !== '' && to.startsWith(flow) ? to.slice(flow.length) : to
}

const directionOf = (source: string | null, target: string | null) =>
  target ? `to ${target}` : source ? `from ${source}` : ''

const joined = (...parts: readonly (string | number | null | false | undefined)[]) =>
  parts.filter((part) => part !== null && part !== false && part !== undefined).join(' · ')

const lastPart = (key: string) => key.slice(key.lastIndexOf('.') + 1)

const msOf = (ms: number | null) => (ms === null ? null : durationOf(ms))

/** `340 ms`, `2.1 s`, `4:05`, `1:02:09`. */
function durationOf(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`
  return clockOf(ms)
}

/** `0:09`, `4:05`, `1:02:09`. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  const head = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes)
  return `${head}:${two(seconds % 60)}`
}

const sizeOf = (bytes: number) =>
  bytes === 0 ? null : bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 100) / 10} kB`

/** `14:02:07.351`, in the local time zone. */
export function timeOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const ms = String(date.getMilliseconds()).padStart(3, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${ms}`
}
