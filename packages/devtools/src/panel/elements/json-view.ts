import type { Shown, TraceEvent } from '../../trace/trace-event.ts'
import { h } from './h.ts'

/** Shorter values, in characters, stay on one line. */
const oneLine = 52

/** A value, set as JSON: what is hidden looks hidden. */
export function jsonView(value: Shown, indent = ''): HTMLElement {
  if (typeof value === 'string') {
    const isHidden = value === '[hidden]' || value === '[secret]'
    if (isHidden) return h('span', { class: 'hidden-value' }, value.slice(1, -1))
    return h('span', {}, JSON.stringify(value))
  }
  if (typeof value !== 'object' || value === null) {
    return h('span', value === null ? { class: 'no-value' } : {}, String(value))
  }
  const isList = Array.isArray(value)
  const entries = Object.entries(value) as [string, Shown][]
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) return h('span', { class: 'no-value' }, open + close)
  const isShort = JSON.stringify(value).length <= oneLine
  const pad = isList ? '' : ' '
  const inner = isShort ? '' : `${indent}  `
  const parts = entries.flatMap(([key, part], at) => [
    isShort ? (at > 0 ? ', ' : pad) : `\n${inner}`,
    !isList && h('span', { class: 'key' }, key),
    !isList && ': ',
    jsonView(part, inner),
  ])
  return h('span', {}, open, ...parts, isShort ? pad : `\n${indent}`, close)
}

type Changes = Extract<TraceEvent, { type: 'context' }>['changes']

/** What a step has changed: before and after, key by key. */
export function diffView(changes: Changes): HTMLElement {
  return h(
    'dl',
    { class: 'diff' },
    ...Object.entries(changes).flatMap(([key, { before, after }]) => [
      h('dt', { class: 'mono' }, key),
      h(
        'dd',
        {},
        h('pre', { class: 'before', 'aria-label': 'before' }, jsonView(before)),
        h('pre', { class: 'after', 'aria-label': 'after' }, jsonView(after)),
      ),
    ]),
  )
}
