import { flag, integer, listOf, mapOf, oneOf, optional, structure, text } from '../input/reader.ts'
import {
  storedDeviceKeys,
  storedDeviceSchema,
  storedMfaSchema,
  storedPasskeySchema,
} from './stored-factors.ts'

// How a data directory stores its records: one reader for each kind.

const time = integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const pem = text({ pattern: /-----BEGIN PRIVATE KEY-----[\s\S]+/, secret: true })

export const storedKeysSchema = structure({ id: pem, access: pem })

const pendingCode = {
  code: text({ secret: true }),
  expiresAt: time,
  attribute: oneOf('email', 'phone_number'),
}

export const storedUserSchema = structure({
  username: text(),
  sub: text(),
  attributes: mapOf(text()),
  status: oneOf(
    'UNCONFIRMED',
    'CONFIRMED',
    'FORCE_CHANGE_PASSWORD',
    'RESET_REQUIRED',
    'EXTERNAL_PROVIDER',
  ),
  enabled: flag,
  password: optional(
    structure({
      salt: text({ pattern: /[0-9a-f]+/ }),
      verifier: text({ pattern: /[0-9a-f]+/, secret: true }),
    }),
  ),
  temporaryPasswordUntil: optional(time),
  signUpCode: optional(structure(pendingCode)),
  resetCode: optional(structure(pendingCode)),
  attributeCodes: optional(listOf(structure({ ...pendingCode, value: text() }))),
  groups: listOf(text()),
  mfa: optional(storedMfaSchema),
  devices: optional(listOf(storedDeviceSchema)),
  passkeys: optional(listOf(storedPasskeySchema)),
  createdAt: time,
  modifiedAt: time,
})

export const storedGroupSchema = structure({
  name: text(),
  description: optional(text()),
  roleArn: optional(text()),
  precedence: optional(time),
  createdAt: time,
  modifiedAt: time,
})

export const storedFamilySchema = structure({
  eventId: text(),
  originJti: text(),
  sub: text(),
  authTime: time,
  device: optional(structure(storedDeviceKeys)),
  scopes: optional(listOf(text())),
  revoked: flag,
})

export const storedRefreshTokenSchema = structure({
  hash: text(),
  eventId: text(),
  expiresAt: time,
  rotatedAt: optional(time),
})
