import { flag, integer, listOf, oneOf, optional, structure, text } from '../input/reader.ts'
import { mfaFactors } from '../pool/mfa/user-mfa.ts'

// How a data directory stores a user's second factors, devices and passkeys.

const time = integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const base32 = text({ pattern: /[A-Z2-7]+/, secret: true })
const hex = text({ pattern: /[0-9a-f]+/ })

export const storedMfaSchema = structure({
  enabled: listOf(oneOf(...mfaFactors)),
  preferred: optional(oneOf(...mfaFactors)),
  softwareToken: optional(
    structure({
      secret: base32,
      friendlyName: optional(text()),
      usedSteps: listOf(time),
    }),
  ),
  newSecret: optional(base32),
  isPasskeyEnabled: optional(flag),
})

export const storedDeviceKeys = { key: text(), groupKey: text() }

export const storedDeviceSchema = structure({
  ...storedDeviceKeys,
  name: optional(text()),
  salt: hex,
  verifier: hex,
  isRemembered: flag,
  createdAt: time,
  modifiedAt: time,
  authenticatedAt: time,
})

const base64Url = text({ pattern: /[\w-]+/ })

export const storedPasskeySchema = structure({
  id: base64Url,
  publicKey: base64Url,
  counter: time,
  transports: listOf(text()),
  attachment: optional(oneOf('platform', 'cross-platform')),
  relyingPartyId: text(),
  friendlyName: text(),
  createdAt: time,
})
