import { native } from '../pool/options/identity-providers.ts'
import type { PoolOptions } from '../pool/options/pool-options.ts'
import { findProvider, supportedProviders } from '../pool/options/supported-providers.ts'
import type { SandboxState } from '../state.ts'
import type { AuthorizationRequest, Callback } from './authorization-request.ts'
import { isAllowedUrl } from './callback.ts'
import { AuthorizationError, PageError } from './oauth-errors.ts'

/**
 * Reads an authorization request.
 *
 * @throws PageError for a wrong client or redirect_uri, AuthorizationError for everything else.
 */
export function readAuthorizationRequest(
  { clientId, options }: SandboxState,
  parameters: URLSearchParams,
): AuthorizationRequest {
  const get = (name: string) => parameters.get(name) ?? undefined
  if (get('client_id') !== clientId) {
    throw new PageError('invalid_client', 'There is no app client with this client_id.')
  }
  const redirectUri = get('redirect_uri') ?? ''
  if (!isAllowedUrl(options.CallbackURLs, redirectUri)) {
    throw new PageError(
      'redirect_mismatch',
      'The redirect_uri is none of the client’s callback URLs.',
    )
  }
  const responseType = get('response_type')
  const callback: Callback = {
    redirectUri,
    responseType: responseType === 'token' ? 'token' : 'code',
    state: get('state'),
  }
  const reject: Reject = (error, description) =>
    new AuthorizationError(callback, error, description)
  checkFlow(options, responseType, reject)
  return {
    ...callback,
    scopes: readScopes(options, get('scope'), reject),
    nonce: get('nonce'),
    codeChallenge: readChallenge(get, reject),
    provider: readProvider(options, get, reject),
    loginHint: get('login_hint') ?? '',
    lang: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.exec(get('lang') ?? '')?.[0] ?? 'en',
    prompt: readPrompt(get, reject),
  }
}

type Reject = (error: string, description: string) => AuthorizationError
type Get = (name: string) => string | undefined

function checkFlow(
  { AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows }: PoolOptions,
  responseType: string | undefined,
  reject: Reject,
): void {
  if (!responseType) throw reject('invalid_request', 'response_type is missing')
  if (responseType !== 'code' && responseType !== 'token') {
    throw reject('unsupported_response_type', 'response_type must be code or token')
  }
  const flow = responseType === 'code' ? 'code' : 'implicit'
  if (!AllowedOAuthFlowsUserPoolClient || !AllowedOAuthFlows.includes(flow)) {
    throw reject('unauthorized_client', `The client may not use the ${flow} flow`)
  }
}

/** Without a scope the client gets all of its scopes. */
function readScopes(
  { AllowedOAuthScopes }: PoolOptions,
  given: string | undefined,
  reject: Reject,
): readonly string[] {
  const scopes = [...new Set(given?.split(' ').filter((scope) => scope !== ''))]
  if (scopes.length === 0) return AllowedOAuthScopes
  const unknown = scopes.find((scope) => !AllowedOAuthScopes.some((one) => one === scope))
  if (unknown !== undefined) throw reject('invalid_scope', `The client has no scope ${unknown}`)
  const needsOpenid = scopes.find((scope) => ['phone', 'email', 'profile'].includes(scope))
  if (needsOpenid !== undefined && !scopes.includes('openid')) {
    throw reject('invalid_scope', `The scope ${needsOpenid} needs openid`)
  }
  return scopes
}

function readPrompt(get: Get, reject: Reject): readonly string[] {
  const prompt = get('prompt')?.split(' ') ?? []
  if (prompt.includes('none') && prompt.length > 1) {
    throw reject('invalid_request', 'prompt=none stands alone')
  }
  return prompt
}

function readChallenge(get: Get, reject: Reject): string | undefined {
  const challenge = get('code_challenge')
  const method = get('code_challenge_method')
  if (challenge === undefined && method === undefined) return undefined
  if (method !== 'S256') throw reject('invalid_request', 'code_challenge_method must be S256')
  if (!/^[\w.~-]{43,128}$/.test(challenge ?? '')) {
    throw reject('invalid_request', 'code_challenge is missing or malformed')
  }
  return challenge
}

function readProvider(options: PoolOptions, get: Get, reject: Reject): string | undefined {
  const name = get('identity_provider')
  const identifier = get('idp_identifier')?.toLowerCase()
  if (name === native && supportedProviders(options).includes(native)) return native
  if (name !== undefined) {
    if (findProvider(options, name)) return name
    throw reject('invalid_request', `The client has no identity provider ${name}`)
  }
  if (identifier === undefined) return undefined
  const found = options.IdentityProviders.find(({ IdpIdentifiers = [] }) =>
    IdpIdentifiers.some((one) => one.toLowerCase() === identifier),
  )
  if (found && findProvider(options, found.ProviderName)) return found.ProviderName
  throw reject('invalid_request', `No identity provider has the identifier ${identifier}`)
}
