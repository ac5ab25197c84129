import { toBase64 } from '../base64.ts'
import type { OperationContext } from '../operation.ts'
import { randomText } from '../random.ts'
import type { Identity } from './identity.ts'
import { isAuthenticated } from './identity.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Issues credentials for the identity, in the shape of Credentials. `Expiration` is in epoch s. */
export function issueCredentials(
  { state, now, random }: OperationContext,
  identity: Identity,
  roleArn: string,
) {
  const { options, credentials } = state.identityPool
  const AccessKeyId = `ASIA${randomText(random, base32, 16)}`
  const SecretKey = toBase64(random(30))
  const SessionToken = toBase64(random(480))
  const Expiration = Math.floor(now / 1000) + options.CredentialsDurationSeconds
  credentials.set(AccessKeyId, {
    identityId: identity.id,
    isAuthenticated: isAuthenticated(identity),
    secretKey: SecretKey,
    sessionToken: SessionToken,
    expiresAt: Expiration * 1000,
    roleArn,
  })
  return { AccessKeyId, SecretKey, SessionToken, Expiration }
}
