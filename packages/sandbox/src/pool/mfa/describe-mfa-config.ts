import type { PoolOptions } from '../options/pool-options.ts'

/** The response of GetUserPoolMfaConfig and SetUserPoolMfaConfig. */
export function describeMfaConfig({
  MfaConfiguration,
  SmsMfaConfiguration,
  SoftwareTokenMfaConfiguration,
  EmailMfaConfiguration,
}: PoolOptions) {
  return {
    MfaConfiguration,
    SoftwareTokenMfaConfiguration,
    ...(SmsMfaConfiguration && { SmsMfaConfiguration }),
    ...(EmailMfaConfiguration && { EmailMfaConfiguration }),
  }
}
