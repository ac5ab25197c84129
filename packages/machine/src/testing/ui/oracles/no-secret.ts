import type { AuthRoute } from '../../../view/route.ts'
import type { Sighting } from '../look.ts'
import type { SecretText } from '../secret-texts.ts'

const tokenPlace =
  /^(localStorage|sessionStorage|cookie) (CognitoIdentityServiceProvider\.|aws-amplify-federatedInfo$)/
const pendingPlace = /^sessionStorage authchart\..*\.pending$/
const jwt = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/

/** Where each kind of secret has to be for a while; all others may be nowhere. */
const homes: Readonly<Record<string, (sighting: Sighting, route: AuthRoute) => boolean>> = {
  // The key of an authenticator app has to be typed into it.
  secret: ({ place }, route) => place === 'DOM' && route === 'setupTotp',
  session: ({ place }) => pendingPlace.test(place),
  token: ({ place }) => tokenPlace.test(place),
}

/** A number of its own, not a part of a longer one; whatever else as it is. */
const isIn = (secret: string, text: string): boolean => {
  if (!text.includes(secret)) return false
  return !/^\d+$/.test(secret) || new RegExp(`(?<!\\d\\.?)${secret}(?!\\.?\\d)`).test(text)
}

/**
 * Secrets in places where they must not be: in the page, its address, its history, its storages, its
 * console, the address of a request. Says which and where, never the secret itself.
 */
export function leaksIn(
  sightings: readonly Sighting[],
  secrets: readonly SecretText[],
  route: AuthRoute,
): readonly string[] {
  return sightings.flatMap((sighting) => {
    const { place, text } = sighting
    const found = secrets
      .filter(({ what, text: secret }) => isIn(secret, text) && !homes[what]?.(sighting, route))
      .map(({ what }) => what)
    const hasToken = jwt.test(text) && !tokenPlace.test(place)
    return [...new Set([...found, ...(hasToken ? ['token'] : [])])].map(
      (what) => `a secret (${what}) is in ${place}`,
    )
  })
}
