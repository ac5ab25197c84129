import { presentableText } from '../disclosure/presentable.ts'
import type { Rejection } from '../errors/failure-table.ts'

/** An exception of Cognito, with Cognito's name for it. */
export class CognitoError extends Error {
  override readonly name: string
  /** The HTTP status. */
  readonly status: number
  /** Epoch ms, from `Retry-After`. */
  readonly retryAt?: number
  /** What the exception means for the rejected request. */
  rejection?: Rejection

  constructor(name: string, message: string, status: number, retryAt?: number) {
    super(message)
    this.name = name
    this.status = status
    if (retryAt !== undefined) this.retryAt = retryAt
  }
}

/** The request did not reach Cognito, or no complete response arrived. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

/** A success of Cognito without the members that the operation returns. */
export class InvalidAnswerError extends Error {
  override readonly name = 'InvalidAnswerError'
}

/** `VerifySoftwareToken` returned the `Status` `ERROR`. */
export class TotpRefusedError extends Error {
  override readonly name = 'TotpRefusedError'
}

/** `ChangePassword` rejected the previous password. Cognito has no exception of its own for that. */
export class IncorrectPasswordError extends Error {
  override readonly name = 'IncorrectPasswordError'
}

/** This browser is not a device of the user. */
export class DeviceNotFoundError extends Error {
  override readonly name = 'DeviceNotFoundError'
}

/** Cognito rejected the proof of this device. The device has been removed from the storage. */
export class DeviceRefusedError extends Error {
  override readonly name = 'DeviceRefusedError'
}

/** A redirect returned that this browser did not begin, or that was used before. */
export class StateMismatchError extends Error {
  override readonly name = 'StateMismatchError'
  constructor(isWithoutState = false) {
    super(
      isWithoutState
        ? 'The response has no "state", so this sign-in was not begun here: begin it in the app (IdP-initiated sign-in is allowed by "hostedUi.allowIdpInitiated")'
        : 'This sign-in was not begun here, or its answer was used already: begin again',
    )
  }
}

/** The hosted UI returned an `error` of RFC 6749, with its description. */
export class HostedUiError extends Error {
  override readonly name = 'HostedUiError'
  /** @param secrets of the request: the description may repeat them. */
  constructor(error: string, description?: string, secrets?: readonly string[]) {
    super(presentableText(description ? `${error}: ${description}` : error, secrets))
  }
}
