import { Secret } from '@authchart/machine'
import type { Plain } from './define-ui.ts'

/** A payload with its secrets as plain text, to type it. */
export function reveal<Value>(value: Value): Plain<Value>
export function reveal(value: unknown): unknown {
  if (value instanceof Secret) return reveal(value.reveal())
  if (Array.isArray(value)) return value.map((item) => reveal(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reveal(inner)]))
}
