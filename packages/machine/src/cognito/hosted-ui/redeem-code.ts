import { decodeBase64 } from '../../platform/base64.ts'
import { type Claims, decodeJwt } from '../../platform/decode-jwt.ts'
import { decodeUtf8 } from '../../platform/utf8.ts'
import type { CodeGrant, TokenSet } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { poolOf } from '../../tokens/token-claims.ts'
import { parseBody, toError } from '../client.ts'
import { HostedUiError, InvalidAnswerError } from '../errors.ts'
import { toTokens } from '../responses/tokens.ts'
import { exchange } from '../transport/exchange.ts'
import type { HostedUiOptions } from './hosted-ui-options.ts'

type Options = Pick<HostedUiOptions, 'clientId' | 'server' | 'fetch'>

/**
 * Exchanges a code for tokens (RFC 6749, 4.1.3; RFC 7636, 4.5; OpenID Connect Core, 3.1.3), which are not
 * checked yet: see {@link checkTokens}.
 *
 * @throws HostedUiError for an `error` of the token endpoint; InvalidAnswerError for a response without
 * tokens; the errors of every request.
 */
export async function redeemCode(
  { clientId, server, fetch }: Options,
  { code, codeVerifier, redirectUri }: CodeGrant,
  signal: AbortSignal,
): Promise<Secret<TokenSet>> {
  const body = new URLSearchParams()
  body.append('client_id', clientId)
  body.append('grant_type', 'authorization_code')
  body.append('redirect_uri', redirectUri)
  body.append('code', code.reveal())
  if (codeVerifier) body.append('code_verifier', codeVerifier.reveal())
  const answer = await exchange(fetch, signal, server.token_endpoint, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
    body: body.toString(),
  })
  const { response, secrets } = answer
  const json = parseBody(response, answer.body)
  // OAuth defines no such errors: they fail like those of other requests.
  if (response.status === 429 || response.status >= 500) throw toError(response, json, secrets())
  const fields: Claims = Object(json)
  if (response.status !== 200) {
    const { error, error_description: description } = fields
    if (typeof error !== 'string') throw invalid(`answered with HTTP ${response.status}`)
    throw new HostedUiError(error, isText(description) ? description : undefined, secrets())
  }
  return readTokens(response, fields)
}

interface Expected {
  readonly issuer: string
  readonly clientId: string
  /** `undefined`: the token must have none. */
  readonly nonce: string | undefined
}

function readTokens(response: Response, fields: Claims): Secret<TokenSet> {
  if (!/^application\/json\b/i.test(response.headers.get('content-type') ?? '')) {
    throw invalid('did not answer with application/json')
  }
  const { id_token, access_token, refresh_token, token_type } = fields
  if (!isText(access_token)) throw invalid('sent no "access_token"')
  if (!isText(id_token)) throw invalid('sent no "id_token"')
  if (!isText(token_type) || token_type.toLowerCase() !== 'bearer') {
    throw invalid('sent tokens of another "token_type" than "Bearer"')
  }
  if (refresh_token !== undefined && !isText(refresh_token)) {
    throw invalid('sent a "refresh_token" that is none')
  }
  return new Secret({ idToken: id_token, accessToken: access_token, refreshToken: refresh_token })
}

/** @throws InvalidAnswerError for tokens that are not for this client and redirect. */
export function checkTokens(tokens: Secret<TokenSet>, expected: Expected): Secret<TokenSet> {
  const revealed = tokens.reveal()
  checkIdToken(revealed.idToken, expected)
  return toTokens(revealed, {
    userPoolId: poolOf(expected.issuer),
    clientId: expected.clientId,
  })
}

/**
 * Validates the ID token (OpenID Connect Core, 3.1.3.7) but for two steps: the signature, because the token
 * came over TLS from its issuer, and the lifetime, because this machine's clock may be wrong.
 */
function checkIdToken(idToken: string, { issuer, clientId, nonce }: Expected): void {
  const { iss, sub, aud, azp, exp, iat, nonce: said } = claimsOf(idToken)
  if (headerOf(idToken).alg !== 'RS256') throw invalid('sent an ID token not signed by RS256')
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  const isOurs =
    iss === issuer &&
    isText(sub) &&
    audiences.includes(clientId) &&
    (audiences.length === 1 || azp === clientId) &&
    typeof exp === 'number' &&
    typeof iat === 'number' &&
    said === nonce
  if (!isOurs) throw invalid('sent an ID token that is not for this sign-in')
}

function claimsOf(idToken: string): Claims {
  try {
    return decodeJwt(idToken)
  } catch {
    throw invalid('sent an ID token that does not decode')
  }
}

function headerOf(idToken: string): Claims {
  try {
    return Object(JSON.parse(decodeUtf8(decodeBase64(idToken.slice(0, idToken.indexOf('.'))))))
  } catch {
    return {}
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const invalid = (what: string) => new InvalidAnswerError(`The token endpoint ${what}`)
