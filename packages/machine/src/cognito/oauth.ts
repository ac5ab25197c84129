import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  expectNoNonce,
  expectNoState,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  nopkce,
  processAuthorizationCodeResponse,
  ResponseBodyError,
  validateAuthResponse,
} from 'oauth4webapi'
import { throwIfAborted } from '../platform/abort.ts'
import type { RedirectInput, TokenSet } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import { exchange, parseBody, toError } from './client.ts'
import { HostedUiError, InvalidAnswerError } from './errors.ts'
import type { HostedUiOptions } from './hosted-ui.ts'
import { readImplicitGrant } from './implicit-grant.ts'
import type { PendingRedirect } from './redirect-store.ts'
import { toTokens } from './tokens.ts'

type Options = Pick<HostedUiOptions, 'config' | 'clientId' | 'server' | 'fetch'>

/**
 * A clock of this machine that is wrong must not refuse a token that came straight from Cognito. In
 * seconds: as much as any clock is off.
 */
const anyClock = 100 * 365 * 24 * 60 * 60

/** The address that begins a sign-in (RFC 6749 4.1.1, RFC 7636 4.3), and what its answer is checked by. */
export async function authorize(
  { config, clientId, server }: Options,
  redirectUri: string,
  { provider, idpIdentifier, loginHint, lang, prompt }: RedirectInput,
): Promise<{ url: string; state: string; nonce: string; codeVerifier: string }> {
  const state = generateRandomState()
  const nonce = generateRandomNonce()
  const codeVerifier = generateRandomCodeVerifier()
  const isCode = config.responseType === 'code'
  const parameters = {
    response_type: config.responseType,
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: config.scopes.join(' '),
    state,
    nonce,
    code_challenge: isCode ? await calculatePKCECodeChallenge(codeVerifier) : undefined,
    code_challenge_method: isCode ? 'S256' : undefined,
    identity_provider: provider,
    idp_identifier: idpIdentifier,
    login_hint: loginHint,
    lang,
    prompt,
  }
  const url = new URL(server.authorization_endpoint)
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return { url: url.href, state, nonce, codeVerifier }
}

/** Without the first three where the sign-in was begun at the identity provider. */
type Redeemable = Pick<PendingRedirect, 'redirectUri'> &
  Partial<Pick<PendingRedirect, 'state' | 'nonce' | 'codeVerifier'>>

/**
 * The tokens of an answer whose `state` is known, or that may come without.
 *
 * @throws HostedUiError for what was refused, there or at the token endpoint; InvalidAnswerError for
 * tokens that are not for this client or redirect; what every request throws.
 */
export async function redeem(
  options: Options,
  parameters: URLSearchParams,
  { state, nonce, codeVerifier, redirectUri }: Redeemable,
  signal: AbortSignal,
): Promise<Secret<TokenSet>> {
  const { config, clientId, server } = options
  // What was asked for, not what came: unsigned tokens must not stand in for a code.
  if (config.responseType === 'token' && nonce && !parameters.has('error')) {
    return new Secret(readImplicitGrant(parameters, { issuer: server.issuer, clientId, nonce }))
  }
  // The library's type wants room for other metadata, which an interface has not.
  const as = { ...server }
  const client: Client = { client_id: clientId, [clockTolerance]: anyClock }
  try {
    const answer = validateAuthResponse(as, client, parameters, state ?? expectNoState)
    const response = await authorizationCodeGrantRequest(
      as,
      client,
      None(),
      answer,
      redirectUri,
      codeVerifier ?? nopkce,
      {
        signal,
        [customFetch]: (url, { body, ...init }) => send(options, url, { ...init, body }),
        [allowInsecureRequests]: new URL(server.token_endpoint).protocol === 'http:',
      },
    )
    const { id_token, access_token, refresh_token } = await processAuthorizationCodeResponse(
      as,
      client,
      response,
      { expectedNonce: nonce ?? expectNoNonce, requireIdToken: true },
    )
    return toTokens({
      idToken: String(id_token),
      accessToken: access_token,
      refreshToken: refresh_token,
    })
  } catch (error) {
    throwIfAborted(signal)
    throw readable(error)
  }
}

/** Answers that OAuth knows nothing of (500, HTML, nothing) fail as those of other requests do. */
async function send({ fetch }: Options, url: string, init: RequestInit): Promise<Response> {
  const signal = init.signal ?? new AbortController().signal
  const { response, body } = await exchange(fetch, signal, url, { ...init, credentials: 'omit' })
  const json = parseBody(response, body)
  if (response.status === 429 || response.status >= 500) throw toError(response, json)
  // Without `www-authenticate`, for which the library would not read what the body says.
  const type = response.headers.get('content-type') ?? ''
  return new Response(body, { status: response.status, headers: { 'content-type': type } })
}

/** Without the library's own causes: they hold the answer, and so codes and tokens. */
function readable(error: unknown): unknown {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return new HostedUiError(error.error, error.error_description)
  }
  const isLibrarys = error instanceof Error && 'code' in error && /^OAUTH_/.test(String(error.code))
  return isLibrarys ? new InvalidAnswerError(error.message) : error
}
