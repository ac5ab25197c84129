import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface Certificate {
  /** PEM, both. */
  readonly key: string
  readonly cert: string
}

/**
 * A self-signed certificate (RFC 5280, version 1: without extensions), valid
 * for an hour. For browsers that accept any certificate.
 */
export function throwawayCertificate(name: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))))
  const now = Date.now()
  const content = sequence(
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    subject,
    sequence(utcTime(now - 60_000), utcTime(now + 3_600_000)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = Buffer.concat([Buffer.of(0), sign('sha256', content, privateKey)])
  const signed = sequence(content, ecdsaWithSha256, der(0x03, signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${signed.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

/** A value with its tag and length (X.690). */
function der(tag: number, ...values: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(values)
  const { length } = value
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff]
  const prefix = length < 0x80 ? [] : [0x80 + bytes.length]
  return Buffer.concat([Buffer.of(tag, ...prefix, ...bytes), value])
}

const sequence = (...values: readonly Uint8Array[]) => der(0x30, ...values)

/** `YYMMDDhhmmssZ` */
const utcTime = (ms: number) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))

const commonName = Buffer.from('0603550403', 'hex')
const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
