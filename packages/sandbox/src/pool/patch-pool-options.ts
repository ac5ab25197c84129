import { invalidParameter } from '../errors.ts'
import {
  flag,
  integer,
  isRecord,
  listOf,
  oneOf,
  optional,
  readInput,
  structure,
  text,
} from '../input/reader.ts'
import { type PoolOptions, tokenLifetimes } from './pool-options.ts'

const tokenUnit = oneOf('seconds', 'minutes', 'hours', 'days')
const whole = { min: 0, max: 315_360_000 }

/** Members that CreateUserPool sets, and that AWS never changes afterwards. */
const creationMembers = {
  UsernameAttributes: optional(listOf(oneOf('email', 'phone_number'))),
  AliasAttributes: optional(listOf(oneOf('email', 'phone_number', 'preferred_username'))),
  UsernameConfiguration: optional(structure({ CaseSensitive: flag })),
  SchemaAttributes: optional(
    listOf(structure({ Name: text({ min: 1, max: 32 }), Required: optional(flag) })),
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
    }),
  ),
  AdminCreateUserConfig: optional(structure({ AllowAdminCreateUserOnly: optional(flag) })),
}

/** Members of SetUserPoolMfaConfig. */
export const mfaMembers = { MfaConfiguration: optional(oneOf('OFF', 'ON', 'OPTIONAL')) }

/** Members of UpdateUserPoolClient. */
export const clientMembers = {
  ExplicitAuthFlows: optional(
    listOf(
      oneOf(
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
        'ALLOW_CUSTOM_AUTH',
        'ALLOW_USER_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      ),
    ),
  ),
  PreventUserExistenceErrors: optional(oneOf('LEGACY', 'ENABLED')),
  EnableTokenRevocation: optional(flag),
  AuthSessionValidity: optional(integer({ min: 3, max: 15 })),
  AccessTokenValidity: optional(integer(whole)),
  IdTokenValidity: optional(integer(whole)),
  RefreshTokenValidity: optional(integer(whole)),
  TokenValidityUnits: optional(
    structure({
      AccessToken: optional(tokenUnit),
      IdToken: optional(tokenUnit),
      RefreshToken: optional(tokenUnit),
    }),
  ),
  RefreshTokenRotation: optional(
    structure({
      Feature: oneOf('ENABLED', 'DISABLED'),
      RetryGracePeriodSeconds: optional(integer({ min: 0, max: 60 })),
    }),
  ),
}

const members = { ...creationMembers, ...poolMembers, ...mfaMembers, ...clientMembers }
const patchReader = structure(members)

type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T

/** Any part of the options; what is left out keeps its value. */
export type PoolOptionsPatch = Omit<Loose<PoolOptions>, 'MfaConfiguration'> & {
  readonly MfaConfiguration?: string | undefined
}

/** Lays over `current` what a person or a file wrote: an unknown key is an error, not ignored. */
export const patchPoolOptions = (current: PoolOptions, patch: unknown): PoolOptions => {
  const known = Object.keys(members)
  const unknown = Object.keys(isRecord(patch) ? patch : {}).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    const names = unknown.map((key) => `'${key}'`).join(', ')
    throw invalidParameter(`Unknown pool option ${names}. Known: ${known.join(', ')}.`)
  }
  return mergePoolOptions(current, readInput(patchReader, patch))
}

export const mergePoolOptions = (current: PoolOptions, patch: PoolOptionsPatch): PoolOptions => {
  const next: PoolOptions = {
    ...merge(current, { ...patch, ...nested }),
    MfaConfiguration: mfaConfiguration(patch.MfaConfiguration),
    UsernameConfiguration: merge(current.UsernameConfiguration, patch.UsernameConfiguration),
    Policies: {
      PasswordPolicy: merge(current.Policies.PasswordPolicy, patch.Policies?.PasswordPolicy),
    },
    AdminCreateUserConfig: merge(current.AdminCreateUserConfig, patch.AdminCreateUserConfig),
    TokenValidityUnits: merge(current.TokenValidityUnits, patch.TokenValidityUnits),
    RefreshTokenRotation: merge(current.RefreshTokenRotation, patch.RefreshTokenRotation),
  }
  checkWhole(next)
  return next
}

/** Members that are merged one level down instead. */
const nested = {
  MfaConfiguration: undefined,
  UsernameConfiguration: undefined,
  Policies: undefined,
  AdminCreateUserConfig: undefined,
  TokenValidityUnits: undefined,
  RefreshTokenRotation: undefined,
}

const merge = <T extends object>(
  current: T,
  patch: { readonly [K in keyof T]?: T[K] | undefined } = {},
): T => ({
  ...current,
  ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
})

const mfaConfiguration = (value: string | undefined): 'OFF' => {
  if (value === undefined || value === 'OFF') return 'OFF'
  throw invalidParameter(`MfaConfiguration '${value}' is not supported by the sandbox, only 'OFF'.`)
}

const minute = 60_000
const day = 1440 * minute

const checkWhole = (options: PoolOptions): void => {
  const { access, id, refresh } = tokenLifetimes(options)
  const outOfRange = [access, id].some((ms) => ms < 5 * minute || ms > day)
  if (outOfRange || refresh < 60 * minute || refresh > 3650 * day) {
    throw invalidParameter(
      'Invalid range for token validity: access and ID tokens live 5 minutes to 1 day, refresh tokens 60 minutes to 10 years.',
    )
  }
  if (options.UsernameAttributes.length > 0 && options.AliasAttributes.length > 0) {
    throw invalidParameter('Only one of the aliasAttributes or usernameAttributes can be set.')
  }
}
