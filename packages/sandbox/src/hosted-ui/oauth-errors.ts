import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { CognitoError } from '../errors.ts'
import type { Callback } from './authorization-request.ts'

/** Shown as a page: nobody is known to whom a redirect could safely tell it. */
export class PageError extends Error {
  /** A word for programs, in front of the message. */
  readonly error: string

  constructor(error: string, message: string) {
    super(message)
    this.error = error
  }
}

/** Told to the client in a redirect (RFC 6749 §4.1.2.1 and §4.2.2.1). */
export class AuthorizationError extends Error {
  readonly callback: Callback
  readonly error: string

  constructor(callback: Callback, error: string, description: string) {
    super(description)
    this.callback = callback
    this.error = error
  }
}

/** Answered as JSON (RFC 6749 §5.2). */
export class OAuthError extends Error {
  readonly error: string
  readonly status: ContentfulStatusCode

  constructor(error: string, description: string, status: ContentfulStatusCode = 400) {
    super(description)
    this.error = error
    this.status = status
  }
}

/** Runs what users and triggers may have rejected, and tells the client of it. */
export async function tellingClient<T>(callback: Callback, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error
    throw new AuthorizationError(callback, 'invalid_request', error.message.trim())
  }
}
