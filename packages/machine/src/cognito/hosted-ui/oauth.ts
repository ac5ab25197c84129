import { presentable } from '../../disclosure/presentable.ts'
import { secretsInInput } from '../../disclosure/secrets-in.ts'
import { encodeBase64Url, encodeUtf8 } from '../../platform/encode.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { CodeGrant, RedirectInput, TokenSet } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import type { HostedUiOptions } from './hosted-ui-options.ts'
import { readImplicitGrant } from './implicit-grant.ts'
import { readCode } from './read-code.ts'
import { checkTokens } from './redeem-code.ts'
import type { PendingRedirect } from './redirect-store.ts'

type Options = Pick<HostedUiOptions, 'config' | 'clientId' | 'server'>

/** The first three are missing when the identity provider began the sign-in. */
type Redeemable = Pick<PendingRedirect, 'redirectUri'> &
  Partial<Pick<PendingRedirect, 'state' | 'nonce' | 'codeVerifier'>>

/** The address that begins a sign-in (RFC 6749 4.1.1, RFC 7636 4.3), and the values that check its answer. */
export async function authorize(
  { config, clientId, server }: Options,
  redirectUri: string,
  { provider, idpIdentifier, loginHint, lang, prompt }: RedirectInput,
): Promise<{ url: string; state: string; nonce: string; codeVerifier: string }> {
  const state = random()
  const nonce = random()
  const codeVerifier = random()
  const isCode = config.responseType === 'code'
  const parameters = {
    response_type: config.responseType,
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: config.scopes.join(' '),
    state,
    nonce,
    code_challenge: isCode ? await challengeOf(codeVerifier) : undefined,
    code_challenge_method: isCode ? 'S256' : undefined,
    identity_provider: provider,
    idp_identifier: idpIdentifier,
    login_hint: loginHint,
    lang,
    prompt,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.append(name, value)
  }
  return { url: `${server.authorization_endpoint}?${query}`, state, nonce, codeVerifier }
}

/**
 * The tokens of an answer whose `state` is known, or that may have none.
 *
 * @throws HostedUiError for an `error` of the answer or the token endpoint; InvalidAnswerError for
 * tokens that are not for this client or redirect; the errors of every request.
 */
export async function redeem(
  options: Options,
  parameters: URLSearchParams,
  redirect: Redeemable,
  exchange: (grant: CodeGrant) => Promise<Secret<TokenSet>>,
): Promise<Secret<TokenSet>> {
  const { config, clientId, server } = options
  // Decided by the request, not by the answer: unsigned tokens must not replace a code.
  const { nonce, state, codeVerifier, redirectUri } = redirect
  if (config.responseType === 'token' && nonce && !parameters.has('error')) {
    return new Secret(readImplicitGrant(parameters, { issuer: server.issuer, clientId, nonce }))
  }
  const grant = {
    code: readCode(parameters, state, server.issuer),
    codeVerifier: codeVerifier === undefined ? undefined : new Secret(codeVerifier),
    redirectUri,
  }
  const tokens = await exchange(grant).catch((error: unknown) => {
    // The exchange may be the app's own.
    throw presentable(error, secretsInInput(grant))
  })
  return checkTokens(tokens, { issuer: server.issuer, clientId, nonce })
}

/** 256 bits, as RFC 7636, 7.1 recommends. */
const random = () => encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)))

/** `S256` of RFC 7636, 4.2. */
async function challengeOf(codeVerifier: string): Promise<string> {
  return encodeBase64Url(await sha256(encodeUtf8(codeVerifier)))
}
