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
