import type { Challenge } from './challenge.ts'
import { customChallenge } from './custom-challenge.ts'
import { devicePasswordVerifier } from './device-password-verifier.ts'
import { deviceSrpAuth } from './device-srp-auth.ts'
import { mfaSetup } from './mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordVerifier } from './password-verifier.ts'
import { password, passwordSrp, selectChallenge } from './select-challenge.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { emailOtp, smsMfa, smsOtp } from './sent-code.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'
import { webAuthn } from './web-authn.ts'

export const challenges: ReadonlyMap<string, Challenge> = new Map(
  Object.entries({
    CUSTOM_CHALLENGE: customChallenge,
    DEVICE_PASSWORD_VERIFIER: devicePasswordVerifier,
    DEVICE_SRP_AUTH: deviceSrpAuth,
    EMAIL_OTP: emailOtp,
    MFA_SETUP: mfaSetup,
    NEW_PASSWORD_REQUIRED: newPasswordRequired,
    PASSWORD_VERIFIER: passwordVerifier,
    PASSWORD: password,
    PASSWORD_SRP: passwordSrp,
    SELECT_CHALLENGE: selectChallenge,
    SELECT_MFA_TYPE: selectMfaType,
    SMS_MFA: smsMfa,
    SMS_OTP: smsOtp,
    SOFTWARE_TOKEN_MFA: softwareTokenMfa,
    WEB_AUTHN: webAuthn,
  }),
)
