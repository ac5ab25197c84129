import { Secret } from '@authchart/machine'
import type { Step } from '../model/model.ts'

/** A secret that is in play on a walk. */
export interface SecretText {
  /** The name of its field: `password`, `code`, `session` … */
  readonly what: string
  readonly text: string
}

/** Every secret that a walk types or is answered with. */
export function secretTexts(steps: readonly Step[]): readonly SecretText[] {
  const found = new Map<string, SecretText>()

  function collect(value: unknown, what: string, isSecret: boolean): void {
    if (value instanceof Secret) collect(value.reveal(), what, true)
    else if (typeof value === 'string' && isSecret && value.length > 3) {
      found.set(`${what} ${value}`, { what, text: value })
      if (what === 'credential') collect(responseIn(value), what, true)
    } else if (typeof value === 'object' && value !== null) {
      // In a secret object only the token is secret, not the profile beside it.
      const inner = isSecret
        ? Object.entries(value).filter(([key]) => /token|signature/i.test(key))
        : Object.entries(value)
      for (const [key, entry] of inner) collect(entry, key, isSecret)
    }
  }

  for (const { event, outcome } of steps) {
    const {
      type: _type,
      output: _output,
      error: _error,
      ...payload
    } = event as unknown as Record<string, unknown>
    collect(payload, '', false)
    collect(outcome?.output?.(0), '', false)
  }
  return [...found.values()]
}

/** The response of an authenticator, of which the signature is secret: markup writes its quotes otherwise. */
function responseIn(credential: string): unknown {
  const { response }: { readonly response?: unknown } = JSON.parse(credential)
  return response
}
