import type { PoolOptions } from '../options/pool-options.ts'

/** The response of GetUserPoolMfaConfig and SetUserPoolMfaConfig. */
export function describeMfaConfig({
  MfaConfiguration,
  SmsMfaConfiguration,
  SoftwareTokenMfaConfiguration,
  EmailMfaConfiguration,
  WebAuthnConfiguration,
}: PoolOptions) {
  return {
    MfaConfiguration,
    SoftwareTokenMfaConfiguration,
    ...(SmsMfaConfiguration && { SmsMfaConfiguration }),
    ...(EmailMfaConfiguration && { EmailMfaConfiguration }),
    // Only if it was set.
    ...(Object.keys(WebAuthnConfiguration).length > 0 && { WebAuthnConfiguration }),
  }
}
