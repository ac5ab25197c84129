import type { Context } from 'hono'
import type { SandboxState } from '../state.ts'
import { OAuthError } from './oauth-errors.ts'

/** Checks that a request is of the one app client, which has no secret and so must not show one. */
export const requireOAuthClient = (
  { clientId }: SandboxState,
  http: Context,
  form: URLSearchParams,
): void => {
  const given = form.get('client_id')
  if (http.req.header('authorization') !== undefined || form.has('client_secret')) {
    throw new OAuthError('invalid_client', 'The client has no secret')
  }
  if (given === null) throw new OAuthError('invalid_request', 'client_id is missing')
  if (given !== clientId) throw new OAuthError('invalid_client', 'The client does not exist')
}
