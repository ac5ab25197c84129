import type { Auth } from '@authchart/machine'

/** The providers whose tokens an identity pool takes, by their names in `federatedSignIn`. */
export const tokenProviders = [
  { value: 'google', label: 'Google' },
  { value: 'facebook', label: 'Facebook' },
  { value: 'amazon', label: 'Amazon' },
  { value: 'developer', label: 'The server of this app' },
  { value: 'openId', label: 'Another OpenID issuer' },
]

/** The fields beside the provider. */
export function tokenFields(provider: string) {
  return [
    ...(provider === 'openId' ? [{ name: 'issuer', label: 'Issuer', isRequired: true }] : []),
    ...(provider === 'developer'
      ? [{ name: 'identityId', label: 'Identity id', isRequired: true }]
      : []),
    { name: 'token', label: 'Token', isRequired: true },
    { name: 'name', label: 'Your name (optional)', isRequired: false },
  ]
}

/**
 * Signs in with what a form has. The sign-in form shows a failure of it.
 *
 * @returns what is wrong with the form; then nothing is sent
 */
export function signInWithToken(
  { federatedSignIn }: Pick<Auth, 'federatedSignIn'>,
  form: HTMLFormElement,
): string {
  const empty = [...form.querySelectorAll('input')].find(
    ({ required, value }) => required && !value,
  )
  empty?.focus()
  if (empty) return `Fill in: ${empty.labels?.[0]?.textContent?.trim()}.`
  const values = Object.fromEntries(new FormData(form)) as Readonly<Record<string, string>>
  const { provider = '', issuer = '', identityId, token = '', name } = values
  federatedSignIn(
    provider === 'openId' ? issuer : provider,
    { token, expires_at: expiryOf(token), identity_id: identityId },
    { name: name || undefined },
  ).catch(() => undefined)
  return ''
}

const hourMs = 3_600_000

/** The expiry of a JWT in epoch ms; other tokens have none to read, so an hour from now. */
function expiryOf(token: string): number {
  try {
    const payload = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
    const { exp }: { exp?: unknown } = JSON.parse(atob(payload))
    if (typeof exp === 'number') return exp * 1000
  } catch {
    // It is no JWT.
  }
  return Date.now() + hourMs
}
