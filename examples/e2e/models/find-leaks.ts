import type { Occurrence } from './canary-probe.ts'
import { secretsIn } from './secrets.ts'

export interface SentRequest {
  readonly url: string
  readonly referer?: string | undefined
  /** The Cognito operation. */
  readonly target?: string | undefined
  readonly body?: string | undefined
}

/** All that happened in the pages of a test, and the secrets that were in play. */
export interface Observations {
  readonly origins: {
    readonly app: string
    readonly sandbox: string
    readonly own?: ReadonlySet<string>
  }
  readonly passwords: readonly string[]
  readonly codes: readonly string[]
  /** Cognito's `Session` strings, one for each pending challenge. */
  readonly sessions: readonly string[]
  /** What authenticator apps share with Cognito. */
  readonly totpSecrets: readonly string[]
  /** Secret keys and session tokens. */
  readonly awsKeys: readonly string[]
  readonly occurrences: readonly (Occurrence & { readonly origin: string })[]
  readonly requests: readonly SentRequest[]
  readonly errors: readonly string[]
}

export interface Leak {
  readonly what: string
  readonly where: string
  readonly text: string
}

/** Every secret outside of the few places where it has to be. */
export function findLeaks(seen: Observations): Leak[] {
  const { origins, occurrences, requests, errors } = seen
  const secrets = secretsIn(seen)
  const leaks: Leak[] = []
  const check = (
    where: string,
    text: string,
    isAllowed: (secret: (typeof secrets)[0]) => boolean,
  ) => {
    for (const secret of secrets) {
      if (isAllowed(secret) || !secret.isIn(text)) continue
      leaks.push({ what: secret.what, where, text: excerpt(text) })
    }
  }
  for (const occurrence of occurrences) {
    const { place, text, origin } = occurrence
    if (text === 'CANARY-WALK-CUT-SHORT')
      leaks.push({ what: 'too much to look at', where: place, text })
    // The outbox is where codes are shown.
    if (origin === origins.sandbox) {
      check(`${place} of the sandbox`, text, ({ what }) => what !== 'password')
    } else {
      check(place, text, ({ mayBeSeen }) => mayBeSeen?.(occurrence) ?? false)
    }
  }
  for (const request of requests) {
    const { url, referer = '', target = '', body = '' } = request
    const address = new URL(url.replace(/^ws/, 'http'))
    const { origin, protocol } = address
    const isInPage = protocol === 'data:' || protocol === 'blob:'
    const isKnown = [origins.app, origins.sandbox, ...(origins.own ?? [])].includes(origin)
    if (!isInPage && !isKnown) {
      leaks.push({ what: 'a stranger was called', where: 'request', text: url })
    }
    check('request URL', url, ({ mayBeInUrl }) => mayBeInUrl?.(address) ?? false)
    check('Referer', referer, () => false)
    check(
      `request body of ${target || url}`,
      body,
      ({ mayBeSent }) => origin === origins.sandbox && (mayBeSent?.(request) ?? false),
    )
  }
  for (const text of errors) leaks.push({ what: 'unhandled error', where: 'page', text })
  return leaks
}

function excerpt(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
