import { fromBase64 } from '../../base64.ts'
import { invalidParameter } from '../../errors.ts'
import { bytesToInteger } from '../../srp/bytes.ts'
import { N } from '../../srp/group.ts'
import type { StoredPassword } from '../../srp/verifier.ts'

interface VerifierConfig {
  readonly PasswordVerifier?: string | undefined
  readonly Salt?: string | undefined
}

/** What a device sends in place of its secret: the bytes of two integers, in base64. */
export function readVerifier({ PasswordVerifier, Salt }: VerifierConfig = {}): StoredPassword {
  const [verifier, salt] = [PasswordVerifier, Salt].map(readInteger)
  if (verifier === undefined || salt === undefined || verifier >= N) {
    throw invalidParameter('Invalid device secret verifier config.')
  }
  return { salt: salt.toString(16), verifier: verifier.toString(16) }
}

function readInteger(text = ''): bigint | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  const integer = bytesToInteger(fromBase64(text))
  return integer > 0n ? integer : undefined
}
