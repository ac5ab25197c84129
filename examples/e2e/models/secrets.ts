import type { Occurrence } from './canary-probe.ts'
import type { Observations, SentRequest } from './find-leaks.ts'

/** A kind of secret: how to recognise it, and the few places where it has to be. */
interface SecretKind {
  readonly what: string
  readonly isIn: (text: string) => boolean
  readonly mayBeSeen?: (occurrence: Occurrence) => boolean
  readonly mayBeInUrl?: (url: URL) => boolean
  /** In the body of a request to Cognito. */
  readonly mayBeSent?: (request: SentRequest) => boolean
}

const tokenKey = /^(localStorage|cookie) CognitoIdentityServiceProvider\./
const pendingKey = /^sessionStorage authchart\.\w+\.pending$/
const federatedKey = /^localStorage aws-amplify-federatedInfo$/
const redirectsKey = /^localStorage authchart\.\w+\.redirects$/
const jwt = /eyJ[\w-]{10,}\.[\w-]+\./

const withCode = [
  'ConfirmSignUp',
  'ConfirmForgotPassword',
  'VerifyUserAttribute',
  'VerifySoftwareToken',
  'RespondToAuthChallenge',
]
const withSession = [
  'RespondToAuthChallenge',
  'AssociateSoftwareToken',
  'VerifySoftwareToken',
  // The session of a sign-up signs the user in when it is confirmed.
  'ConfirmSignUp',
  'InitiateAuth',
]
const withPasskey = ['RespondToAuthChallenge', 'CompleteWebAuthnRegistration']

export function secretsIn(seen: Observations): readonly SecretKind[] {
  const isToken = (place: string) => tokenKey.test(place)
  return [
    {
      what: 'password',
      isIn: oneOf(seen.passwords.flatMap(spellings)),
      mayBeSent: mayHoldPassword,
    },
    {
      what: 'code',
      isIn: oneOf(seen.codes, standsAlone),
      // A link opens the page with it, and the page removes it from its address.
      mayBeSeen: ({ place, text }) => place === 'url' && isLink(new URL(text)),
      mayBeInUrl: (url) => url.origin === seen.origins.app && isLink(url),
      mayBeSent: ({ target = '' }) => withCode.includes(target),
    },
    {
      what: 'refresh token',
      isIn: oneOf(stored('refreshToken', seen)),
      mayBeSeen: ({ place }) => isToken(place),
      mayBeSent: () => true,
    },
    {
      what: 'token',
      isIn: (text) => jwt.test(text),
      mayBeSeen: ({ place }) => isToken(place) || federatedKey.test(place),
      mayBeSent: () => true,
    },
    {
      what: 'authorization code',
      isIn: oneOf(returnedCodes(seen)),
      // The page returns with it, and removes it from its address.
      mayBeSeen: ({ place }) => place === 'url',
      mayBeInUrl: ({ origin }) => origin === seen.origins.app,
      mayBeSent: ({ url }) => url.endsWith('/oauth2/token'),
    },
    {
      what: 'code verifier',
      isIn: oneOf(sentVerifiers(seen)),
      mayBeSeen: ({ place }) => redirectsKey.test(place),
      mayBeSent: ({ url }) => url.endsWith('/oauth2/token'),
    },
    {
      what: 'key of AWS credentials',
      isIn: oneOf(seen.awsKeys),
    },
    {
      what: 'session of a challenge',
      isIn: oneOf([...seen.sessions, ...sentSessions(seen)].flatMap(inUrlsToo)),
      mayBeSeen: ({ place }) => pendingKey.test(place),
      mayBeSent: ({ target = '' }) => withSession.includes(target),
    },
    {
      what: 'TOTP secret',
      isIn: oneOf(seen.totpSecrets),
      // It has to be typed into the app.
      mayBeSeen: ({ place, text }) => place === 'DOM' && text.includes('data-route="setupTotp"'),
    },
    {
      what: 'passkey',
      isIn: oneOf(sentSignatures(seen)),
      mayBeSent: ({ target = '' }) => withPasskey.includes(target),
    },
    {
      what: 'device password',
      isIn: oneOf(stored('randomPasswordKey', seen).flatMap(inUrlsToo)),
      mayBeSeen: ({ place }) => isToken(place) && place.endsWith('.randomPasswordKey'),
    },
  ]
}

/** The address that a link in a mail leads to. */
function isLink({ searchParams }: URL): boolean {
  return searchParams.has('confirmation_code')
}

/** SRP proves the password without sending it; the pages of the hosted UI send it themselves. */
function mayHoldPassword({ target = '', body = '', url }: SentRequest): boolean {
  if (new URL(url).pathname === '/login') return true
  switch (target) {
    case 'InitiateAuth':
      return /"USER_PASSWORD_AUTH"|"PREFERRED_CHALLENGE":"PASSWORD"/.test(body)
    case 'RespondToAuthChallenge':
      return body.includes('"NEW_PASSWORD_REQUIRED"') || body.includes('"CUSTOM_CHALLENGE"')
    default:
      return ['SignUp', 'ConfirmForgotPassword', 'ChangePassword'].includes(target)
  }
}

function oneOf(
  secrets: readonly string[],
  isIn: (secret: string, text: string) => boolean = (secret, text) => text.includes(secret),
): (text: string) => boolean {
  return (text) => secrets.some((secret) => isIn(secret, text))
}

/** A number of its own, not a part of a longer one or of an id. */
function standsAlone(code: string, text: string): boolean {
  return text.includes(code) && new RegExp(`(?<![\\w.-])${code}(?![\\w.-])`).test(text)
}

/** Marked passwords need no escaping in JSON and URLs, but in forms; base64 of its start does not depend on what follows. */
function spellings(password: string): string[] {
  const start = password.slice(0, password.length - (password.length % 3))
  return [password, encodeURIComponent(password).replaceAll('!', '%21'), btoa(start)]
}

const inUrlsToo = (secret: string) => [secret, encodeURIComponent(secret)]

/** Everything that was ever stored beside the tokens under this name. */
function stored(name: string, { occurrences }: Observations): string[] {
  return occurrences
    .filter(({ place }) => tokenKey.test(place) && place.endsWith(`.${name}`))
    .map(({ place, text }) => (place.startsWith('cookie ') ? cookieValue(text) : text))
    .filter((value) => value !== '')
}

/** The text of a cookie: everything that the browser knows, or the pair that scripts see. */
function cookieValue(cookie: string): string {
  return cookie.startsWith('{') ? JSON.parse(cookie).value : cookie.slice(cookie.indexOf('=') + 1)
}

function sentSessions({ requests }: Observations): string[] {
  return requests.flatMap(({ body = '' }) => /"Session":"([^"]+)"/.exec(body)?.[1] ?? [])
}

/** What authenticators have signed. The answer to a challenge is JSON in JSON. */
function sentSignatures({ requests }: Observations): string[] {
  const signed = /\\?"(?:signature|attestationObject)\\?":\\?"([\w-]+)/g
  return requests.flatMap(({ body = '' }) =>
    [...body.matchAll(signed)].flatMap(([, text]) => text ?? []),
  )
}

function returnedCodes({ origins, requests }: Observations): string[] {
  return requests.flatMap(({ url }) => {
    const { origin, searchParams } = new URL(url)
    return (origin === origins.app && searchParams.get('code')) || []
  })
}

function sentVerifiers({ requests }: Observations): string[] {
  return requests.flatMap(({ body = '' }) => /\bcode_verifier=([\w.~-]+)/.exec(body)?.[1] ?? [])
}
