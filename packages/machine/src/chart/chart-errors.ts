export class UnsupportedChallengeError extends Error {
  override name = 'UnsupportedChallengeError'
  constructor(challenge: string) {
    super(`Cognito requires ${challenge}, which this version cannot answer`)
  }
}

export class MfaTypeNotOfferedError extends Error {
  override name = 'MfaTypeNotOfferedError'
  constructor() {
    super('This second factor is not one of those that can be chosen')
  }
}

export class FactorNotAvailableError extends Error {
  override name = 'FactorNotAvailableError'
  constructor() {
    super('The user cannot sign in with this factor')
  }
}

/** A code that is the first factor lives as long as its challenge. The name is that of Cognito for other codes. */
export class ExpiredCodeError extends Error {
  override name = 'ExpiredCodeException'
  constructor(cause: unknown) {
    super('This code has expired', { cause })
  }
}
