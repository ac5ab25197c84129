import type { OperationContext } from '../../operation.ts'
import { randomBase64Url } from '../../random.ts'
import type { User } from '../users/user.ts'
import {
  passkeyChallengeNotFound,
  passkeyClientMismatch,
  passkeysNotEnabled,
  relyingPartyMissing,
  tooManyPasskeys,
} from './passkey-errors.ts'
import type { PasskeyRegistration } from './pending-registration.ts'
import { relyingPartyId } from './relying-party.ts'

/** What a browser lets its user take, and how long the service accepts the response, in ms. */
export const ceremonyTimeout = 60_000
const lifetime = 5 * 60_000

const maximum = 20

export function startPasskeyRegistration(
  context: OperationContext,
  user: User,
  clientId: string,
): PasskeyRegistration {
  const { state, now, random } = context
  const { passkeyRegistrations: registrations, options } = state
  requireRoomForPasskey(context, user)
  const rpId = relyingPartyId(options)
  if (rpId === undefined) throw relyingPartyMissing()
  for (const [challenge, { expiresAt }] of registrations) {
    if (now < expiresAt) break
    registrations.delete(challenge)
  }
  const registration = {
    challenge: randomBase64Url(random, 32),
    sub: user.sub,
    clientId,
    relyingPartyId: rpId,
    isVerificationRequired:
      options.WebAuthnConfiguration.UserVerification === 'required' ||
      user.mfa.isPasskeyEnabled === true,
    expiresAt: now + lifetime,
  }
  registrations.set(registration.challenge, registration)
  return registration
}

/** Checks that the pool has passkeys and the user may register another. */
export function requireRoomForPasskey({ state }: OperationContext, { passkeys }: User): void {
  const { AllowedFirstAuthFactors } = state.options.Policies.SignInPolicy
  if (!AllowedFirstAuthFactors.includes('WEB_AUTHN')) throw passkeysNotEnabled()
  if (passkeys.length >= maximum) throw tooManyPasskeys()
}

/** The registration that a challenge started, if this user and this client did. */
export function requirePasskeyRegistration(
  { state, now }: OperationContext,
  { sub }: User,
  clientId: string,
  challenge: string,
): PasskeyRegistration {
  const registration = state.passkeyRegistrations.get(challenge)
  if (registration?.sub !== sub || now >= registration.expiresAt) throw passkeyChallengeNotFound()
  if (registration.clientId !== clientId) throw passkeyClientMismatch()
  return registration
}
