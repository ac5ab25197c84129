import type { Sighting } from './canary-probe.ts'

export interface SentRequest {
  readonly url: string
  readonly referer?: string | undefined
  /** The Cognito operation. */
  readonly target?: string | undefined
  readonly body?: string | undefined
}

/** All that happened in the pages of a test, and the secrets that were in play. */
export interface Observations {
  readonly origins: { readonly app: string; readonly sandbox: string }
  readonly passwords: readonly string[]
  readonly codes: readonly string[]
  readonly sightings: readonly (Sighting & { readonly origin: string })[]
  readonly requests: readonly SentRequest[]
  readonly errors: readonly string[]
}

export interface Leak {
  readonly what: string
  readonly where: string
  readonly text: string
}

type Finder = (text: string) => string | undefined

const tokenKey = 'localStorage CognitoIdentityServiceProvider.'
const jwt = /eyJ[\w-]{10,}\.[\w-]+\./

/** Every secret outside of the few places where it has to be. */
export function findLeaks(seen: Observations): Leak[] {
  const { origins, sightings, requests, errors } = seen
  const password = finder('password', seen.passwords.flatMap(spellings))
  const code = finder('code', seen.codes, standsAlone)
  const refreshToken = finder('refresh token', storedRefreshTokens(sightings))
  const token: Finder = (text) => refreshToken(text) ?? (jwt.test(text) ? 'token' : undefined)
  const anything: Finder = (text) => password(text) ?? token(text) ?? code(text)

  const leaks: Leak[] = []
  const check = (where: string, text: string, find: Finder) => {
    const what = find(text)
    if (what) leaks.push({ what, where, text: excerpt(text) })
  }
  for (const { place, text, origin } of sightings) {
    if (text === 'CANARY-WALK-CUT-SHORT')
      leaks.push({ what: 'too much to look at', where: place, text })
    // The outbox is where codes are shown.
    if (origin === origins.sandbox) check(`${place} of the sandbox`, text, password)
    else if (place.startsWith(tokenKey)) check(place, text, (text) => password(text) ?? code(text))
    else check(place, text, anything)
  }
  for (const request of requests) {
    const { url, referer = '', target = '', body = '' } = request
    const { origin, protocol } = new URL(url.replace(/^ws/, 'http'))
    const isInPage = protocol === 'data:' || protocol === 'blob:'
    if (!isInPage && origin !== origins.app && origin !== origins.sandbox) {
      leaks.push({ what: 'a stranger was called', where: 'request', text: url })
    }
    check('request URL', url, anything)
    check('Referer', referer, anything)
    if (!mayHoldPassword(request)) check(`request body of ${target || url}`, body, password)
    if (target !== 'ConfirmSignUp') check(`request body of ${target || url}`, body, code)
    if (origin !== origins.sandbox) check(`request body to ${origin}`, body, token)
  }
  for (const text of errors) leaks.push({ what: 'unhandled error', where: 'page', text })
  return leaks
}

/** SRP proves the password without sending it. */
function mayHoldPassword({ target, body = '' }: SentRequest): boolean {
  const isPlainSignIn = target === 'InitiateAuth' && body.includes('"USER_PASSWORD_AUTH"')
  return target === 'SignUp' || isPlainSignIn
}

function finder(
  what: string,
  secrets: readonly string[],
  isIn: (secret: string, text: string) => boolean = (secret, text) => text.includes(secret),
): Finder {
  return (text) => (secrets.some((secret) => isIn(secret, text)) ? what : undefined)
}

/** A number of its own, not a part of a longer one or of an id. */
function standsAlone(code: string, text: string): boolean {
  return new RegExp(`(?<![\\w.-])${code}(?![\\w.-])`).test(text)
}

/** Marked passwords need no escaping in JSON and URLs; base64 of its start does not depend on what follows. */
function spellings(password: string): string[] {
  const start = password.slice(0, password.length - (password.length % 3))
  return [password, btoa(start)]
}

function storedRefreshTokens(sightings: Observations['sightings']): string[] {
  return sightings
    .filter(({ place }) => place.startsWith(tokenKey) && place.endsWith('.refreshToken'))
    .map(({ text }) => text)
}

function excerpt(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
