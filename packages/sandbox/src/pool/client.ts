import { notAuthorized, resourceNotFound } from '../errors.ts'
import type { SandboxState } from '../state.ts'

/** Checks that a request is for the one app client, which has no secret. */
export const requireClient = (state: SandboxState, clientId: string, secretHash?: string): void => {
  if (clientId !== state.clientId) {
    throw resourceNotFound(`User pool client ${clientId} does not exist.`)
  }
  if (secretHash !== undefined) {
    throw notAuthorized(`Unable to verify secret hash for client ${clientId}`)
  }
}

export const requireUserPool = (state: SandboxState, userPoolId: string): void => {
  if (userPoolId !== state.userPoolId) {
    throw resourceNotFound(`User pool ${userPoolId} does not exist.`)
  }
}
