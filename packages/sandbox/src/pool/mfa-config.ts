import type { PoolOptions } from './pool-options.ts'

/** The answer of GetUserPoolMfaConfig and SetUserPoolMfaConfig. */
export const describeMfaConfig = ({
  MfaConfiguration,
  SmsMfaConfiguration,
  SoftwareTokenMfaConfiguration,
  EmailMfaConfiguration,
}: PoolOptions) => ({
  MfaConfiguration,
  SoftwareTokenMfaConfiguration,
  ...(SmsMfaConfiguration && { SmsMfaConfiguration }),
  ...(EmailMfaConfiguration && { EmailMfaConfiguration }),
})
