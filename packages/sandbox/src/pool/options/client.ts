import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '../../base64.ts'
import { notAuthorized, resourceNotFound } from '../../errors.ts'
import type { SandboxState } from '../../state.ts'

/** Checks that a request names the app client. */
export function requireClient(state: SandboxState, clientId: string): void {
  if (clientId !== state.clientId) {
    throw resourceNotFound(`User pool client ${clientId} does not exist.`)
  }
}

/**
 * Checks that a request names the app client and, if the client has a secret, proves that the
 * caller knows it.
 */
export function requireClientUser(
  state: SandboxState,
  clientId: string,
  username: string | undefined,
  secretHash: string | undefined,
): void {
  requireClient(state, clientId)
  const { ClientSecret: secret } = state.options
  if (secret !== null && secretHash === undefined) {
    throw notAuthorized(
      `Client ${clientId} is configured with secret but SECRET_HASH was not received`,
    )
  }
  if (secretHash === undefined) return
  const expected =
    secret === null
      ? undefined
      : hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${username}${clientId}`))
  if (!expected || secretHash !== toBase64(expected)) {
    throw notAuthorized(`Unable to verify secret hash for client ${clientId}`)
  }
}

/** For requests that contain the secret itself. */
export function requireClientSecret(state: SandboxState, given: string | undefined): void {
  const { ClientSecret: secret } = state.options
  if (secret !== null && given !== secret) {
    throw notAuthorized(`SecretHash does not match for the client: ${state.clientId}`)
  }
}

export function requireUserPool(state: SandboxState, userPoolId: string): void {
  if (userPoolId !== state.userPoolId) {
    throw resourceNotFound(`User pool ${userPoolId} does not exist.`)
  }
}
