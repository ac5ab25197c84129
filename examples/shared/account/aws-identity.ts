import { type CredentialsProvider, type Reading, toFailure } from '@authchart/machine'

/** What may be shown of AWS credentials: never the keys. */
export interface AwsIdentity {
  readonly identityId: string
  /** A time of this day, in the user's locale. */
  readonly validUntil: string
}

export const awsIdentityLoading: Reading<AwsIdentity> = {
  data: undefined,
  isLoading: true,
  failure: undefined,
}

/** Requests credentials, to show whose they are. Never rejects. */
export async function readAwsIdentity(
  credentials: CredentialsProvider,
): Promise<Reading<AwsIdentity>> {
  try {
    const { identityId, expiration } = await credentials()
    const data = { identityId, validUntil: expiration.toLocaleTimeString() }
    return { data, isLoading: false, failure: undefined }
  } catch (cause) {
    return { data: undefined, isLoading: false, failure: toFailure(cause) }
  }
}
