/** An exception that Cognito answered, by its own name. */
export class CognitoError extends Error {
  override readonly name: string
  /** The HTTP status. */
  readonly status: number
  /** Epoch ms, from `Retry-After`. */
  readonly retryAt?: number

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

/** `ChangePassword` refused the previous password; Cognito has no name of its own for that. */
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

/** The storage refused to keep the tokens. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}
