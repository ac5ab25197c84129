import type {
  AccountFactor,
  Device,
  Passkey,
  PasskeyRegistration,
  Profile,
} from '../../ports/index.ts'
import { InvalidAnswerError, TotpRefusedError } from '../errors.ts'
import type { Page } from '../transport/read-pages.ts'
import { asJson, isText, type Json, text } from './auth-response.ts'
import { factorOf } from './factor-names.ts'
import { mfaTypeOf } from './mfa-types.ts'

/** `GetUser`. */
export function parseProfile(answer: Json): Profile {
  return {
    attributes: pairs(answer.UserAttributes),
    mfa: {
      enabled: list(answer.UserMFASettingList)
        .map(mfaTypeOf)
        .filter((type) => type !== undefined),
      preferred: mfaTypeOf(answer.PreferredMfaSetting),
    },
  }
}

/** `AssociateSoftwareToken`. */
export function parseAssociation(answer: Json) {
  return { secret: text(answer, 'SecretCode'), session: optional(answer.Session) }
}

/**
 * `VerifySoftwareToken`.
 *
 * @throws TotpRefusedError for the `Status` `ERROR`; InvalidAnswerError for an unknown one.
 */
export function parseVerification(answer: Json) {
  const status = text(answer, 'Status')
  if (status === 'ERROR') throw new TotpRefusedError('The code was not accepted')
  if (status !== 'SUCCESS') throw new InvalidAnswerError('The response has an unknown Status')
  return { session: optional(answer.Session) }
}

/** `ConfirmDevice`. */
export function parseConfirmation(answer: Json) {
  return { isUpToUser: answer.UserConfirmationNecessary === true }
}

/** `ListDevices`. */
export function parseDevices(answer: Json): Page<Omit<Device, 'isCurrent'>> {
  return {
    items: list(answer.Devices).map((entry) => {
      const device: Json = typeof entry === 'object' && entry !== null ? { ...entry } : {}
      const attributes = pairs(device.DeviceAttributes)
      const { DeviceLastAuthenticatedDate: at } = device
      return {
        key: text(device, 'DeviceKey'),
        name: attributes.device_name,
        isRemembered: attributes['dev:device_remembered_status'] === 'remembered',
        lastIpAddress: attributes.last_ip_used,
        lastAuthenticatedAt: typeof at === 'number' ? at * 1000 : undefined,
      }
    }),
    nextToken: optional(answer.PaginationToken),
  }
}

/** `GetUserAuthFactors`: each factor once. */
export function parseFactors(answer: Json): readonly AccountFactor[] {
  const factors = list(answer.ConfiguredUserAuthFactors).map((name) =>
    name === 'SOFTWARE_TOKEN' ? 'TOTP' : factorOf(name),
  )
  return [...new Set(factors)].filter((factor) => factor !== undefined)
}

/** `ListWebAuthnCredentials`. */
export function parsePasskeys(answer: Json): Page<Passkey> {
  return {
    items: list(answer.Credentials).map((entry) => {
      const passkey: Json = typeof entry === 'object' && entry !== null ? { ...entry } : {}
      const { CreatedAt: at } = passkey
      return {
        id: text(passkey, 'CredentialId'),
        name: optional(passkey.FriendlyCredentialName),
        rpId: optional(passkey.RelyingPartyId),
        createdAt: typeof at === 'number' ? at * 1000 : undefined,
      }
    }),
    nextToken: optional(answer.NextToken),
  }
}

/** `StartWebAuthnRegistration`. Members that are not known are passed on. */
export function parsePasskeyRegistration(answer: Json): PasskeyRegistration {
  const options = asJson(answer.CredentialCreationOptions, 'CredentialCreationOptions')
  return { request: JSON.stringify(options) }
}

const optional = (value: unknown) => (isText(value) ? value : undefined)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** `[{ Name, Value }]`. */
function pairs(value: unknown): Record<string, string> {
  return Object.fromEntries(
    list(value).flatMap((entry) => {
      const { Name, Value }: Json = typeof entry === 'object' && entry !== null ? { ...entry } : {}
      return isText(Name) && typeof Value === 'string' ? [[Name, Value]] : []
    }),
  )
}
