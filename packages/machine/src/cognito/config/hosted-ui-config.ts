import { requireUrl } from '../../platform/require-globals.ts'
import { type ConfigReader, isText, settings, toUrl } from './config-reader.ts'

/** The hosted UI (managed login) of the user pool: its OAuth 2.0 domain and how the app uses it. */
export interface HostedUiConfig {
  /** e.g. `https://prefix.auth.us-east-1.amazoncognito.com`; `http` only on this machine. */
  readonly origin: string
  /** Callback URLs, exactly as the app client has them. Empty: the page's own address. */
  readonly redirectSignIn: readonly string[]
  /** Sign-out URLs. Empty: the page's own address. */
  readonly redirectSignOut: readonly string[]
  /** `openid` is among them. */
  readonly scopes: readonly string[]
  /** `code`: authorization code grant with PKCE; `token`: implicit grant. */
  readonly responseType: 'code' | 'token'
  /**
   * The providers that have a button, as `identity_provider` takes them: `Google`, `Facebook`,
   * `LoginWithAmazon`, `SignInWithApple`, or the name of a SAML or OIDC provider.
   */
  readonly providers: readonly string[]
  /** A code without `state` signs the user in, although this app has not requested it. */
  readonly allowIdpInitiated: boolean
  /** `AdvancedSecurityDataCollectionFlag`: `false` keeps the device's fingerprint from Cognito. */
  readonly isDataCollected: boolean
}

const defaultScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']

/** The names of the social providers in the shapes, and in `identity_provider`. */
const socialProviders: ReadonlyMap<string, string> = new Map([
  ['GOOGLE', 'Google'],
  ['FACEBOOK', 'Facebook'],
  ['AMAZON', 'LoginWithAmazon'],
  ['LOGIN_WITH_AMAZON', 'LoginWithAmazon'],
  ['Amazon', 'LoginWithAmazon'],
  ['APPLE', 'SignInWithApple'],
  ['SIGN_IN_WITH_APPLE', 'SignInWithApple'],
  ['Apple', 'SignInWithApple'],
])

/**
 * The hosted UI in any of the known shapes: our own `hostedUi` or just `hostedUiOrigin`, and `oauth`
 * of v1 to v6, aws-exports.js and amplify_outputs.json. An empty section counts as none.
 */
export function parseHostedUi(read: ConfigReader): HostedUiConfig | undefined {
  const oauth = [
    read.section('hostedUi'),
    // In our own shape it is a list.
    ...(settings(read.value('loginWith')) ? [read.section('loginWith').section('oauth')] : []),
    read.section('oauth').section('awsCognito'),
    read.section('oauth'),
  ].find(({ isEmpty }) => !isEmpty)
  if (!oauth && !read.has('hostedUiOrigin')) return undefined
  requireUrl()
  const ownOrigin = parseOrigin(read, 'hostedUiOrigin')
  const found = oauth ?? read.section('hostedUi')
  const origin = parseOrigin(found, 'origin', 'domain')
  if (origin && ownOrigin && origin !== ownOrigin) {
    read.fail(['hostedUiOrigin'], `"${ownOrigin}", but its domain is "${origin}"`)
  }
  return {
    origin: origin ?? ownOrigin ?? found.required('domain'),
    redirectSignIn: parseUrls(found, 'redirectSignIn', 'redirect_sign_in_uri'),
    redirectSignOut: parseUrls(found, 'redirectSignOut', 'redirect_sign_out_uri'),
    scopes: parseScopes(found),
    responseType:
      found.parsed(['responseType', 'response_type'], toResponseType, '"code" or "token"') ??
      'code',
    providers:
      parseProviders(found, 'providers', 'identity_providers') ??
      parseProviders(read, 'aws_cognito_social_providers') ??
      [],
    allowIdpInitiated: found.flag('allowIdpInitiated') ?? false,
    isDataCollected: found.section('options').flag('AdvancedSecurityDataCollectionFlag') ?? true,
  }
}

function parseOrigin(read: ConfigReader, ...names: readonly string[]): string | undefined {
  const wanted = 'a domain like "prefix.auth.us-east-1.amazoncognito.com" (http only on localhost)'
  return read.parsed(names, toOrigin, wanted)
}

/** The origin of a domain, or of a URL without a path. */
function toOrigin(text: string): string | undefined {
  const url = toUrl(text.includes('://') ? text : `https://${text}`)
  if (!url || url.href !== `${url.origin}/`) return undefined
  const isLocal = /^(?:(?:.+\.)?localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? url.origin : undefined
}

/** One URL, a list, or several in one string. A comma inside of a URL does not separate. */
function parseUrls(oauth: ConfigReader, ...names: readonly string[]): readonly string[] {
  const itemsOf = (value: unknown) =>
    typeof value === 'string' ? value.split(/,(?=\s*(?:[a-z][\w+.-]*:|$))/i).filter(isText) : value
  return oauth.list(names, toRedirectUri, 'URLs like "https://example.com/"', { itemsOf }) ?? []
}

/** The URL of a page or an app. Rejects schemes that a browser executes or shows as text. */
function toRedirectUri(item: unknown): string | undefined {
  const url = isText(item) ? toUrl(item) : undefined
  const isAddress = url && !/^(?:javascript|data|vbscript|blob):$/.test(url.protocol)
  return isAddress && !url.username && !url.password ? String(item).trim() : undefined
}

function parseScopes(oauth: ConfigReader): readonly string[] {
  const toScope = (item: unknown) => (isText(item) ? item.trim() : undefined)
  const names = ['scopes', 'scope']
  const scopes = oauth.list(names, toScope, 'scopes like "openid"') ?? defaultScopes
  if (scopes.includes('openid')) return scopes
  return oauth.fail(names, 'a list without "openid": Cognito would not send an ID token')
}

function parseProviders(read: ConfigReader, ...names: readonly string[]) {
  return read.list(names, toProvider, 'providers like "Google" or { custom: "MyProvider" }')
}

function toProvider(item: unknown): string | undefined {
  if (isText(item)) return socialProviders.get(item) ?? item
  const custom = settings(item)?.custom
  return isText(custom) ? custom : undefined
}

const toResponseType = (text: string) => (text === 'code' || text === 'token' ? text : undefined)
