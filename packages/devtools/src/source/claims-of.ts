import type { Redactor } from '../redaction/redactor.ts'
import type { TokenClaims } from './panel-source.ts'

type Payload = Readonly<Record<string, unknown>>

/** What may be seen of a token. All else that it says is about a person, or unknown here. */
const rules = {
  iss: 'show',
  aud: 'show',
  client_id: 'show',
  token_use: 'show',
  scope: 'show',
  auth_time: 'show',
  iat: 'show',
  exp: 'show',
  'cognito:groups': 'show',
} as const

/** What a token says, decoded and not verified; nothing where it is none that can be read. */
export function payloadOf(token: string): Payload {
  try {
    const base64 = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    return { ...Object(JSON.parse(new TextDecoder().decode(bytes))) }
  } catch {
    return {}
  }
}

export function claimsOf(payload: Payload, { show }: Redactor): TokenClaims {
  const named = Object.entries(payload).filter(([name]) => Object.hasOwn(rules, name))
  return {
    shown: show(rules, Object.fromEntries(named)) as TokenClaims['shown'],
    others: Object.keys(payload).length - named.length,
  }
}
