/** As much of it as is used: the package has no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  interface Account {
    readonly accountId: string
    claims(): Readonly<Record<string, unknown>>
  }

  interface Configuration {
    readonly clients: readonly Readonly<Record<string, unknown>>[]
    /** Claims, by the scope that requests them. */
    readonly claims: Readonly<Record<string, readonly string[]>>
    /** `false`: claims are in the ID token, and not at the user info endpoint only. */
    readonly conformIdTokenClaims: boolean
    findAccount(context: unknown, id: string): Account
    issueRefreshToken(): Promise<boolean>
    readonly features: {
      readonly resourceIndicators: {
        readonly enabled: boolean
        /** The audience of access tokens. */
        defaultResource(): string
        useGrantedResource(): boolean
        getResourceServerInfo(): Readonly<Record<string, unknown>>
      }
    }
    readonly routes: { readonly authorization: string; readonly token: string }
    readonly jwks: { readonly keys: readonly object[] }
    readonly cookies: { readonly keys: readonly string[] }
    readonly scopes: readonly string[]
    /** Seconds. */
    readonly ttl: Readonly<Record<string, number>>
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): RequestListener
  }
}
