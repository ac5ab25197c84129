import {
  listOf,
  oneOf,
  optional,
  type Reader,
  readInput,
  structure,
  text,
} from '../../input/reader.ts'
import { invalidCredential } from './passkey-errors.ts'

const base64Url = text({ min: 1, pattern: /[\w-]+/ })

const common = {
  id: base64Url,
  rawId: base64Url,
  type: oneOf('public-key'),
}

const registration = structure({
  ...common,
  authenticatorAttachment: optional(oneOf('platform', 'cross-platform')),
  response: structure({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: optional(listOf(text({ min: 1, max: 64 }))),
  }),
})

const authentication = structure({
  ...common,
  response: structure({
    clientDataJSON: base64Url,
    authenticatorData: base64Url,
    signature: base64Url,
    userHandle: optional(base64Url),
  }),
})

export type RegistrationCredential = ReturnType<typeof registration>
export type AuthenticationCredential = ReturnType<typeof authentication>

/** Reads RegistrationResponseJSON. */
export function readRegistrationCredential(value: unknown): RegistrationCredential {
  return read(registration, value)
}

/** Reads AuthenticationResponseJSON, as text. */
export function readAuthenticationCredential(json: string): AuthenticationCredential {
  return read(
    authentication,
    orInvalid(() => JSON.parse(json)),
  )
}

/** For the service a credential is a document without a schema: what is wrong is not named. */
function read<T>(reader: Reader<T>, value: unknown): T {
  return orInvalid(() => readInput(reader, value))
}

/** The result of `decode`. @throws CognitoError InvalidParameterException in place of its error */
export function orInvalid<T>(decode: () => T): T {
  try {
    return decode()
  } catch {
    throw invalidCredential()
  }
}
