import type { AwsCredentials } from '../ports/index.ts'

/** Of whatever credentials carry, only what signs requests and whose they are. */
export function essentialCredentials(credentials: AwsCredentials): AwsCredentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiration, identityId } = credentials
  return { accessKeyId, secretAccessKey, sessionToken, expiration, identityId }
}
