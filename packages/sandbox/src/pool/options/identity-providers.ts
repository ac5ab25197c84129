import { listOf, mapOf, oneOf, optional, structure, text } from '../../input/reader.ts'

const providerTypes = [
  'Google',
  'Facebook',
  'LoginWithAmazon',
  'SignInWithApple',
  'SAML',
  'OIDC',
] as const

/** An external identity provider, as CreateIdentityProvider names its members. */
export interface IdentityProvider {
  readonly ProviderName: string
  readonly ProviderType: (typeof providerTypes)[number]
  /**
   * The pool's attribute for each attribute of the provider. `username` is the part after the
   * provider's name in the username.
   */
  readonly AttributeMapping: Readonly<Record<string, string>>
  /** For `idp_identifier`, for example the e-mail domains of a company. */
  readonly IdpIdentifiers?: readonly string[] | undefined
}

/** The members of CreateIdentityProvider. A sandbox pool has its providers from the start. */
export const providerMembers = {
  IdentityProviders: optional(
    listOf(
      structure({
        ProviderName: text({ min: 1, max: 32, pattern: /[^_\p{Z}]+/u }),
        ProviderType: oneOf(...providerTypes),
        AttributeMapping: mapOf(text()),
        IdpIdentifiers: optional(listOf(text({ min: 1, max: 40, pattern: /[\w\s+=.@-]+/ }))),
      }),
    ),
  ),
}

const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

/** Names of SAML attributes. */
export const samlClaims = { email: `${claims}/emailaddress`, name: `${claims}/name` }

export const defaultIdentityProviders: readonly IdentityProvider[] = [
  {
    ProviderName: 'Google',
    ProviderType: 'Google',
    AttributeMapping: {
      username: 'sub',
      email: 'email',
      email_verified: 'email_verified',
      name: 'name',
    },
  },
  {
    ProviderName: 'Facebook',
    ProviderType: 'Facebook',
    AttributeMapping: { username: 'id', email: 'email', name: 'name' },
  },
  {
    ProviderName: 'LoginWithAmazon',
    ProviderType: 'LoginWithAmazon',
    AttributeMapping: { username: 'user_id', email: 'email', name: 'name' },
  },
  {
    ProviderName: 'SignInWithApple',
    ProviderType: 'SignInWithApple',
    AttributeMapping: { username: 'sub', email: 'email', name: 'name' },
  },
  {
    ProviderName: 'ExampleSaml',
    ProviderType: 'SAML',
    AttributeMapping: { email: samlClaims.email, name: samlClaims.name },
    IdpIdentifiers: ['example.com'],
  },
]

/** The pool's own users, as a provider. */
export const native = 'COGNITO'
