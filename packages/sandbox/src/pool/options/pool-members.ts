import { flag, integer, listOf, oneOf, optional, structure, text } from '../../input/reader.ts'

// AWS writes the constraints of attributes as strings.
const wholeNumber = text({ pattern: /[0-9]+/ })
const number = text({ pattern: /-?[0-9]+/ })

/** Members that only CreateUserPool sets. AWS never changes them later. */
export const creationMembers = {
  ClientSecret: optional(text({ min: 24, max: 64, pattern: /[\w+]+/, secret: true })),
  UsernameAttributes: optional(listOf(oneOf('email', 'phone_number'))),
  AliasAttributes: optional(listOf(oneOf('email', 'phone_number', 'preferred_username'))),
  UsernameConfiguration: optional(structure({ CaseSensitive: flag })),
  SchemaAttributes: optional(
    listOf(
      structure({
        Name: text({ min: 1, max: 32 }),
        AttributeDataType: optional(oneOf('String', 'Number', 'DateTime', 'Boolean')),
        Required: optional(flag),
        Mutable: optional(flag),
        StringAttributeConstraints: optional(
          structure({ MinLength: optional(wholeNumber), MaxLength: optional(wholeNumber) }),
        ),
        NumberAttributeConstraints: optional(
          structure({ MinValue: optional(number), MaxValue: optional(number) }),
        ),
      }),
    ),
  ),
}

/** Members of UpdateUserPool. */
export const poolMembers = {
  AutoVerifiedAttributes: optional(listOf(oneOf('email', 'phone_number'))),
  Policies: optional(
    structure({
      PasswordPolicy: optional(
        structure({
          MinimumLength: optional(integer({ min: 6, max: 99 })),
          RequireUppercase: optional(flag),
          RequireLowercase: optional(flag),
          RequireNumbers: optional(flag),
          RequireSymbols: optional(flag),
          TemporaryPasswordValidityDays: optional(integer({ min: 0, max: 365 })),
        }),
      ),
      SignInPolicy: optional(
        structure({
          AllowedFirstAuthFactors: optional(
            listOf(oneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN')),
          ),
        }),
      ),
    }),
  ),
  UserPoolTier: optional(oneOf('LITE', 'ESSENTIALS', 'PLUS')),
  AdminCreateUserConfig: optional(structure({ AllowAdminCreateUserOnly: optional(flag) })),
  DeviceConfiguration: optional(
    structure({
      ChallengeRequiredOnNewDevice: optional(flag),
      DeviceOnlyRememberedOnUserPrompt: optional(flag),
    }),
  ),
  AccountRecoverySetting: optional(
    structure({
      RecoveryMechanisms: optional(
        listOf(
          structure({
            Name: oneOf('verified_email', 'verified_phone_number', 'admin_only'),
            Priority: integer({ min: 1, max: 2 }),
          }),
        ),
      ),
    }),
  ),
  IssuerConfiguration: optional(structure({ Type: optional(oneOf('ORIGINAL', 'UPDATED')) })),
  UserAttributeUpdateSettings: optional(
    structure({
      AttributesRequireVerificationBeforeUpdate: optional(listOf(oneOf('email', 'phone_number'))),
    }),
  ),
}
