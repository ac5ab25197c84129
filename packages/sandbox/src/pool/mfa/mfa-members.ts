import { flag, oneOf, optional, structure, text } from '../../input/reader.ts'

const template = (max: number) => text({ min: 6, max, pattern: /[\s\S]*\{####\}[\s\S]*/ })

/** Members of SetUserPoolMfaConfig, without the SMS settings: SMS go to the outbox. */
export const mfaMembers = {
  MfaConfiguration: optional(oneOf('OFF', 'ON', 'OPTIONAL')),
  SmsMfaConfiguration: optional(structure({ SmsAuthenticationMessage: optional(template(140)) })),
  SoftwareTokenMfaConfiguration: optional(structure({ Enabled: optional(flag) })),
  EmailMfaConfiguration: optional(
    structure({
      Message: optional(template(20_000)),
      Subject: optional(text({ min: 1, max: 140 })),
    }),
  ),
  WebAuthnConfiguration: optional(
    structure({
      RelyingPartyId: optional(text({ min: 1, max: 127 })),
      UserVerification: optional(oneOf('preferred', 'required')),
      FactorConfiguration: optional(oneOf('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION')),
    }),
  ),
}
