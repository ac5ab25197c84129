import { type Bytes, concat, sha256, utf8 } from './bytes.ts'

interface AuthenticatorData {
  readonly rpId: string
  readonly isUserVerified: boolean
  readonly counter: number
  /** Only in a registration. */
  readonly attested?: { readonly id: Bytes; readonly aaguid: Bytes; readonly coseKey: Bytes }
}

const flags = { present: 0x01, verified: 0x04, syncable: 0x08, synced: 0x10, attested: 0x40 }

/** WebAuthn level 3 §6.1. The user is present, and the passkey is synced. */
export async function authenticatorData(data: AuthenticatorData): Promise<Bytes> {
  const { rpId, isUserVerified, counter, attested } = data
  const set =
    flags.present |
    (isUserVerified ? flags.verified : 0) |
    flags.syncable |
    flags.synced |
    (attested ? flags.attested : 0)
  return concat(
    await sha256(utf8(rpId)),
    Uint8Array.of(set),
    bigEndian(counter, 4),
    ...(attested
      ? [attested.aaguid, bigEndian(attested.id.length, 2), attested.id, attested.coseKey]
      : []),
  )
}

function bigEndian(number: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => number >>> (8 * (length - 1 - index)))
}
