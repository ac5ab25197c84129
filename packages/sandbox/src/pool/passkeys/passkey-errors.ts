import { CognitoError, invalidParameter } from '../../errors.ts'

// The names are Cognito's. Its texts are unknown, so these are the sandbox's own.

export function passkeysNotEnabled() {
  return new CognitoError(
    'WebAuthnNotEnabledException',
    'Passkeys are not enabled for the user pool.',
  )
}

export function relyingPartyMissing() {
  return new CognitoError(
    'WebAuthnConfigurationMissingException',
    'The user pool has neither a relying party id nor a domain.',
  )
}

export function passkeyChallengeNotFound() {
  return new CognitoError(
    'WebAuthnChallengeNotFoundException',
    'The challenge is unknown, expired or used. Start the registration again.',
  )
}

export function passkeyClientMismatch() {
  return new CognitoError(
    'WebAuthnClientMismatchException',
    'The access token belongs to another app client than that of the registration.',
  )
}

export function passkeyNotSupported(reason: string) {
  return new CognitoError('WebAuthnCredentialNotSupportedException', reason)
}

export function originNotAllowed(origin: string) {
  return new CognitoError(
    'WebAuthnOriginNotAllowedException',
    `The origin ${origin} is not allowed for the relying party.`,
  )
}

export function relyingPartyMismatch() {
  return new CognitoError(
    'WebAuthnRelyingPartyMismatchException',
    'The passkey belongs to another relying party.',
  )
}

export function tooManyPasskeys() {
  return new CognitoError('LimitExceededException', 'The user has the maximum of 20 passkeys.')
}

export function invalidCredential() {
  return invalidParameter('Invalid passkey credential.')
}
