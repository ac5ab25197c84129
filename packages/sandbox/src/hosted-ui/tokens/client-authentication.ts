import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Context } from 'hono'
import { toBase64 } from '../../base64.ts'
import type { SandboxState } from '../../state.ts'
import { OAuthError } from '../oauth-errors.ts'

/**
 * Checks that a request is from the app client, and that it has the client's secret or, if the
 * client has none, no secret.
 */
export function requireOAuthClient(
  { clientId, options: { ClientSecret } }: SandboxState,
  http: Context,
  form: URLSearchParams,
): void {
  const basic = http.req.header('authorization')
  if (ClientSecret !== null) {
    const expected = `Basic ${toBase64(utf8ToBytes(`${clientId}:${ClientSecret}`))}`
    if (basic === expected) return
    if (form.get('client_secret') !== ClientSecret) {
      throw new OAuthError('invalid_client', 'The secret of the client is missing or wrong')
    }
  }
  const given = form.get('client_id')
  if (ClientSecret === null && (basic !== undefined || form.has('client_secret'))) {
    throw new OAuthError('invalid_client', 'The client has no secret')
  }
  if (given === null) throw new OAuthError('invalid_request', 'client_id is missing')
  if (given !== clientId) throw new OAuthError('invalid_client', 'The client does not exist')
}
