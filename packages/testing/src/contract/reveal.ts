import { Secret } from '@authchart/machine'
import { payloads } from '../catalogue/payloads.ts'
import type { Plain } from './define-ui.ts'

/** A payload with its secrets as plain text, to type it. */
export function reveal<Value>(value: Value): Plain<Value>
export function reveal(value: unknown): unknown {
  if (value instanceof Secret) return reveal(value.reveal())
  if (Array.isArray(value)) return value.map((item) => reveal(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reveal(inner)]))
}

/** What a user types for an event: its payload; for an action of a step of the app's own, its input. */
export function typedFor({ type, ...payload }: { readonly type: string }): unknown {
  const { input }: { input?: unknown } = payload
  return reveal(Object.hasOwn(payloads, type) ? payload : (input ?? payload))
}
