import { bytesToHex } from '@noble/hashes/utils.js'
import { samlClaims } from '../../pool/options/identity-providers.ts'
import { sha256 } from '../../srp/bytes.ts'

/** An account at an external provider. */
export interface Identity {
  readonly email: string
  readonly name: string
}

export const sampleIdentities: readonly Identity[] = [
  { email: 'ada@example.com', name: 'Ada Example' },
  { email: 'grace@example.com', name: 'Grace Sample' },
  { email: 'linus@example.org', name: 'Linus Muster' },
]

/** The attributes of an account, under the names that all providers use. */
export function providerAttributes(
  provider: string,
  { email, name }: Identity,
): Readonly<Record<string, string>> {
  const id = accountId(provider, email)
  const [given = name, ...family] = name.split(' ')
  return {
    sub: id,
    id,
    user_id: id,
    email,
    email_verified: 'true',
    name,
    given_name: given,
    family_name: family.join(' '),
    [samlClaims.email]: email,
    [samlClaims.name]: name,
  }
}

/** 21 digits, derived from the address. */
function accountId(provider: string, email: string): string {
  const hash = bytesToHex(sha256(`${provider}:${email.toLowerCase()}`))
  return `1${(BigInt(`0x${hash}`) % 10n ** 20n).toString().padStart(20, '0')}`
}
