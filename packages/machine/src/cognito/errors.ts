import { presentableText } from '../disclosure/presentable.ts'
import type { Rejection } from '../errors/failure-table.ts'

/** An exception that Cognito answered, by its own name. */
export class CognitoError extends Error {
  override readonly name: string
  /** The HTTP status. */
  readonly status: number
  /** Epoch ms, from `Retry-After`. */
  readonly retryAt?: number
  /** What it means for the request that was rejected. */
  rejection?: Rejection

  constructor(name: string, message: string, status: number, retryAt?: number) {
    super(message)
    this.name = name
    this.status = status
    if (retryAt !== undefined) this.retryAt = retryAt
  }
}

/** The request did not reach Cognito, or its answer did not come back whole. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

/** Cognito answered with success, but not with what the operation promises. */
export class InvalidAnswerError extends Error {
  override readonly name = 'InvalidAnswerError'
}

/** `VerifySoftwareToken` succeeded, with a `Status` that says the opposite. */
export class TotpRefusedError extends Error {
  override readonly name = 'TotpRefusedError'
}

/** `ChangePassword` rejected the previous password; Cognito has no name of its own for that. */
export class IncorrectPasswordError extends Error {
  override readonly name = 'IncorrectPasswordError'
}

/** This browser is not a device of the user. */
export class DeviceNotFoundError extends Error {
  override readonly name = 'DeviceNotFoundError'
}

/** Cognito does not accept the proof of this device, which has been forgotten. */
export class DeviceRefusedError extends Error {
  override readonly name = 'DeviceRefusedError'
}

/** The storage did not store the tokens. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}

/** A redirect came back that this browser has not begun, or that has come back before. */
export class StateMismatchError extends Error {
  override readonly name = 'StateMismatchError'
  constructor(isWithoutState = false) {
    super(
      isWithoutState
        ? 'The answer has no "state", so this sign-in was not begun here: begin it in the app (IdP-initiated sign-in is allowed by "hostedUi.allowIdpInitiated")'
        : 'This sign-in was not begun here, or its answer was used already: begin again',
    )
  }
}

/** The hosted UI rejected, by an `error` of RFC 6749 and its description. */
export class HostedUiError extends Error {
  override readonly name = 'HostedUiError'
  /** @param secrets what was sent, and may be repeated. */
  constructor(error: string, description?: string, secrets?: readonly string[]) {
    super(presentableText(description ? `${error}: ${description}` : error, secrets))
  }
}
