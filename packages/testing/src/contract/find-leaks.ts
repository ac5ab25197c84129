import type { AuthRoute } from '@authchart/machine'
import type { TextOccurrence } from './page-snapshot.ts'
import { placeInHtml } from './place-in-html.ts'
import type { SecretText } from './secret-texts.ts'

const tokenPlace =
  /^(localStorage|sessionStorage|cookie) (CognitoIdentityServiceProvider\.|aws-amplify-federatedInfo$)/
const pendingPlace = /^sessionStorage authchart\..*\.pending$/
const jwt = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/

/** Where each kind of secret has to be for a while; all others may be nowhere. */
const homes: Readonly<Record<string, (occurrence: TextOccurrence, route: AuthRoute) => boolean>> = {
  // The key of an authenticator app has to be typed into it.
  secret: ({ place }, route) => place === 'DOM' && route === 'setupTotp',
  session: ({ place }) => pendingPlace.test(place),
  token: ({ place }) => tokenPlace.test(place),
}

/** A number has to stand alone, not as a part of a longer number; other texts are searched as they are. */
function isIn(secret: string, text: string): boolean {
  if (!text.includes(secret)) return false
  return !/^\d+$/.test(secret) || new RegExp(`(?<!\\d\\.?)${secret}(?!\\.?\\d)`).test(text)
}

/**
 * Secrets in places where they must not be: in the page, its address, its history, its storages, its
 * console, the address of a request. Says which, where and how to mend it, never the secret itself.
 */
export function findLeaks(
  occurrences: readonly TextOccurrence[],
  secrets: readonly SecretText[],
  route: AuthRoute,
): readonly string[] {
  return occurrences.flatMap((occurrence) => {
    const { place, text } = occurrence
    const found = secrets.filter(
      ({ what, text: secret }) => isIn(secret, text) && !homes[what]?.(occurrence, route),
    )
    const [token] = tokenPlace.test(place) ? [] : (jwt.exec(text) ?? [])
    const all = token === undefined ? found : [...found, { what: 'token', text: token }]
    const byKind = new Map(all.map((secret) => [secret.what, secret] as const).reverse())
    return [...byKind.values()].reverse().map((secret) => complaintOf(occurrence, secret))
  })
}

function complaintOf({ place, text }: TextOccurrence, { what, text: secret }: SecretText): string {
  const complaint = `a secret (${what}) is in ${place}`
  if (place !== 'DOM') return `${complaint}${mendOf(place)}`
  const where = placeInHtml(text, secret)
  const isMirrored = /^the attribute value of <(input|textarea)\b/.test(where)
  return `${complaint}, in ${where}${isMirrored ? mirrored : '\nDo not render it: what is in the page is read by extensions and session recorders.'}`
}

const mirrored =
  '\nReact mirrors the value of a controlled input into the attribute: leave this field uncontrolled (no value, no onChange) and read it with FormData when the form is submitted.'

function mendOf(place: string): string {
  if (/^(URL|history|the address)/.test(place)) {
    return '\nSubmit by the action of the view and call preventDefault(): a form that the browser sends itself puts its fields into the address.'
  }
  if (/^(localStorage|sessionStorage|cookie)/.test(place)) {
    return '\nDo not store fields for secrets, for example in drafts of a form.'
  }
  return place === 'the console' ? '\nLog no values of forms and no payloads of actions.' : ''
}
