import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { CognitoError } from '../errors.ts'
import type { Callback } from './authorization-request.ts'

/** Shown as a page, because no trusted redirect URL is known. */
export class PageError extends Error {
  /** A code for programs, shown in front of the message. */
  readonly error: string

  constructor(error: string, message: string) {
    super(message)
    this.error = error
  }
}

/** Sent to the client in a redirect (RFC 6749 §4.1.2.1 and §4.2.2.1). */
export class AuthorizationError extends Error {
  readonly callback: Callback
  readonly error: string

  constructor(callback: Callback, error: string, description: string) {
    super(description)
    this.callback = callback
    this.error = error
  }
}

/** Sent as JSON (RFC 6749 §5.2). */
export class OAuthError extends Error {
  readonly error: string
  readonly status: ContentfulStatusCode

  constructor(error: string, description: string, status: ContentfulStatusCode = 400) {
    super(description)
    this.error = error
    this.status = status
  }
}

/** Runs `run` and sends its CognitoError to the client. */
export async function sendErrorsToClient<T>(
  callback: Callback,
  run: () => T | Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error
    throw new AuthorizationError(callback, 'invalid_request', error.message.trim())
  }
}
