import type { AwsCredentials } from '../ports/index.ts'

/**
 * Copies the fields that sign requests, the expiration and the identity id. Leaves out everything else
 * that an SDK adds to its credentials.
 */
export function essentialCredentials(credentials: AwsCredentials): AwsCredentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiration, identityId } = credentials
  return { accessKeyId, secretAccessKey, sessionToken, expiration, identityId }
}
