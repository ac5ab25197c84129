import { invalidParameter } from '../../errors.ts'
import { flag, isRecord, optional, readInput, structure } from '../../input/reader.ts'
import { offeredFactors } from '../mfa/factors.ts'
import { mfaMembers } from '../mfa/mfa-members.ts'
import { checkFirstFactors } from './check-first-factors.ts'
import { checkRelyingParty } from './check-relying-party.ts'
import { clientMembers } from './client-members.ts'
import { providerMembers } from './identity-providers.ts'
import { creationMembers, poolMembers } from './pool-members.ts'
import {
  type FirstAuthFactor,
  type PoolOptions,
  type SchemaAttribute,
  tokenLifetimes,
} from './pool-options.ts'
import { checkProviders } from './supported-providers.ts'

const members = {
  ...creationMembers,
  ...poolMembers,
  ...mfaMembers,
  ...clientMembers,
  ...providerMembers,
}
const patchReader = structure(members)

type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T

type PartOfOptions = Loose<PoolOptions>

/** Any part of the options. Omitted options keep their value. */
export type PoolOptionsPatch = PartOfOptions & {
  /**
   * A short form: true allows all first factors and USER_AUTH, false allows the password alone and no USER_AUTH.
   * Options beside it win.
   */
  readonly Passwordless?: boolean | undefined
}

/** Null switches these off; an omitted one keeps its value. */
const clearable = [
  'ClientSecret',
  'DeviceConfiguration',
  'SmsMfaConfiguration',
  'EmailMfaConfiguration',
] as const

/** Applies options from a caller or a file to `current`. An unknown key is an error. */
export function patchPoolOptions(current: PoolOptions, patch: unknown): PoolOptions {
  const { Passwordless } = readInput(structure({ Passwordless: optional(flag) }), patch)
  const start = Passwordless === undefined ? current : setPasswordless(current, Passwordless)
  const known = ['Passwordless', ...Object.keys(members)]
  const unknown = Object.keys(isRecord(patch) ? patch : {}).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    const names = unknown.map((key) => `'${key}'`).join(', ')
    throw invalidParameter(`Unknown pool option ${names}. Known: ${known.join(', ')}.`)
  }
  const cleared = clearable.filter((key) => isRecord(patch) && patch[key] === null)
  return mergePoolOptions(start, {
    ...readInput(patchReader, patch),
    ...Object.fromEntries(cleared.map((key) => [key, null])),
  })
}

function setPasswordless(options: PoolOptions, isOpen: boolean): PoolOptions {
  const flows = options.ExplicitAuthFlows.filter((flow) => flow !== 'ALLOW_USER_AUTH')
  const AllowedFirstAuthFactors: readonly FirstAuthFactor[] = isOpen
    ? ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']
    : ['PASSWORD']
  return {
    ...options,
    Policies: { ...options.Policies, SignInPolicy: { AllowedFirstAuthFactors } },
    ExplicitAuthFlows: isOpen ? [...flows, 'ALLOW_USER_AUTH'] : flows,
  }
}

export function mergePoolOptions(current: PoolOptions, patch: PartOfOptions): PoolOptions {
  const next = merge(current, patch)
  checkWhole(next)
  return next
}

/** Merges structures member by member; lists are replaced. */
function merge<T extends object>(current: T, patch: object): T {
  const next: Record<string, unknown> = Object.fromEntries(Object.entries(current))
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const old = next[name]
    next[name] = isRecord(old) && isRecord(value) ? merge(old, value) : value
  }
  // The patch has only members of T: its type or the readers above ensure that.
  return next as T
}

const minute = 60_000
const day = 1440 * minute

function checkWhole(options: PoolOptions): void {
  const { access, id, refresh } = tokenLifetimes(options)
  const outOfRange = [access, id].some((ms) => ms < 5 * minute || ms > day)
  if (outOfRange || refresh < 60 * minute || refresh > 3650 * day) {
    throw invalidParameter(
      'Invalid range for token validity: access and ID tokens live 5 minutes to 1 day, refresh tokens 60 minutes to 10 years.',
    )
  }
  if (options.MfaConfiguration !== 'OFF' && offeredFactors(options).length === 0) {
    throw invalidParameter(
      'At least one of [SmsMfaConfiguration], [SoftwareTokenMfaConfiguration] or [EmailMfaConfiguration] must be provided.',
    )
  }
  const { AttributesRequireVerificationBeforeUpdate } = options.UserAttributeUpdateSettings
  if (
    AttributesRequireVerificationBeforeUpdate.some(
      (attribute) => !options.AutoVerifiedAttributes.includes(attribute),
    )
  ) {
    throw invalidParameter(
      'AttributesRequireVerificationBeforeUpdate can only contain attributes that are in AutoVerifiedAttributes.',
    )
  }
  const { SchemaAttributes, WriteAttributes } = options
  const isWritable = ({ Name }: SchemaAttribute) => WriteAttributes.includes(Name)
  if (
    WriteAttributes.length > 0 &&
    !SchemaAttributes.every((attribute) => !attribute.Required || isWritable(attribute))
  ) {
    throw invalidParameter('Invalid write attributes specified while updating a client')
  }
  if (options.UsernameAttributes.length > 0 && options.AliasAttributes.length > 0) {
    throw invalidParameter('Only one of the aliasAttributes or usernameAttributes can be set.')
  }
  checkFirstFactors(options)
  checkProviders(options)
  checkRelyingParty(options)
}
