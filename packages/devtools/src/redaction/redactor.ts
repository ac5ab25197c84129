import { Secret } from '@authchart/machine'
import type { Shown } from '../trace/trace-event.ts'
import type { KnownSecrets } from './known-secrets.ts'
import type { AnyRule } from './rules.ts'
import { secretShapeOf } from './secret-shape.ts'

const hidden = '[hidden]'
const secret = '[secret]'

/** Longer texts are cut: a trace is no place for documents. */
const longest = 500

/** Shows what a rule allows. Without a rule nothing is shown. */
export interface Redactor {
  /** Takes note of the secrets in a value first, so that they are known wherever else they stand. */
  show(rule: AnyRule | undefined, value: unknown): Shown
  /** A text that is not from us: a name, a code, a message. */
  text(text: string): string
  /** Whether a text is a secret that was noted, or has one anywhere in it. */
  knows(text: string): boolean
}

export function redactor(secrets: KnownSecrets): Redactor {
  const text = (value: string) => {
    if (secrets.has(value) || secretShapeOf(value)) return hidden
    return value.length > longest ? `${value.slice(0, longest)}…` : value
  }

  function primitive(value: unknown): Shown {
    if (typeof value === 'string') return text(value)
    const isPlain = typeof value === 'boolean' || Number.isFinite(value)
    return isPlain ? (value as boolean | number) : hidden
  }

  function reveal(rule: AnyRule | undefined, value: unknown): Shown {
    if (value === undefined || value === null) return null
    if (value instanceof Secret || rule === 'secret') return secret
    if (rule === undefined || rule === 'hide') return hidden
    if (rule === 'show') return Array.isArray(value) ? value.map(primitive) : primitive(value)
    if (typeof value !== 'object') return hidden
    if (rule === 'names') return fieldsOf(value, () => hidden)
    if (!('each' in rule)) return fieldsOf(value, (key, part) => reveal(ownOf(rule, key), part))
    return Array.isArray(value) ? value.map((item) => reveal(rule.each as AnyRule, item)) : hidden
  }

  const fieldsOf = (value: object, show: (key: string, part: unknown) => Shown): Shown =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => [text(key), show(key, part)]),
    )

  return {
    show(rule, value) {
      secrets.note(value)
      return reveal(rule, value)
    },
    text,
    knows: secrets.has,
  }
}

/** The rule of a key, and not what every object inherits. */
export function ownOf(
  rules: { readonly [key: string]: AnyRule },
  key: string,
): AnyRule | undefined {
  return Object.hasOwn(rules, key) ? rules[key] : undefined
}
