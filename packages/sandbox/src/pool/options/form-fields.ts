import { schemaName } from '../users/attributes.ts'
import { passwordlessFactors } from './passwordless-factors.ts'
import type { PoolOptions } from './pool-options.ts'

/** The fields of an app's forms, as `createAuth` of `@authchart/machine` takes them. */
export interface FormFields {
  /** What signs a user in. `username` with others: they are aliases. */
  readonly loginWith: readonly ('username' | 'email' | 'phone')[]
  /** The attributes of a sign-up besides that. A name alone is required. */
  readonly signUpAttributes: readonly (
    | string
    | { readonly name: string; readonly required: boolean }
  )[]
  /** Set if users can sign in by USER_AUTH with more than a password: by what. */
  readonly passwordless?: {
    readonly factors: readonly ('PASSWORD' | 'EMAIL' | 'SMS' | 'PASSKEY')[]
  }
}

type Contact = 'email' | 'phone_number'

/** The fields of an app's forms for this pool. */
export function formFieldsOf(options: PoolOptions): FormFields {
  return { ...signUpFieldsOf(options), ...passwordlessOf(options) }
}

const factorNames = { EMAIL_OTP: 'EMAIL', SMS_OTP: 'SMS', WEB_AUTHN: 'PASSKEY' } as const

function passwordlessOf(options: PoolOptions): Pick<FormFields, 'passwordless'> {
  const factors = passwordlessFactors(options)
  if (factors.length === 0 || !options.ExplicitAuthFlows.includes('ALLOW_USER_AUTH')) return {}
  return { passwordless: { factors: ['PASSWORD', ...factors.map((one) => factorNames[one])] } }
}

/**
 * What a sign-up needs: the required attributes of the schema, and where a user name is not a contact, the
 * contact that is verified. An alias is optional.
 */
function signUpFieldsOf(options: PoolOptions): FormFields {
  const { UsernameAttributes, AliasAttributes, AutoVerifiedAttributes, SchemaAttributes } = options
  const needed = SchemaAttributes.filter(({ Required }) => Required).map(({ Name }) =>
    schemaName(Name),
  )
  if (UsernameAttributes.length > 0) {
    return { loginWith: UsernameAttributes.map(mechanismOf), signUpAttributes: needed }
  }
  const aliases = AliasAttributes.filter((name) => name !== 'preferred_username')
  const required = new Set([...AutoVerifiedAttributes, ...needed])
  return {
    loginWith: ['username', ...aliases.map(mechanismOf)],
    signUpAttributes: [
      ...required,
      ...aliases.filter((name) => !required.has(name)).map((name) => ({ name, required: false })),
    ],
  }
}

function mechanismOf(attribute: Contact) {
  return attribute === 'email' ? 'email' : 'phone'
}
