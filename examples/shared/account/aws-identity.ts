import { type CredentialsProvider, toFailure } from '@authchart/machine'
import { english, failureText } from '@authchart/machine/words'

/** What may be shown of AWS credentials: never the keys. */
export interface AwsIdentity {
  readonly isLoading?: boolean
  readonly identityId?: string
  /** A time of this day, in the user's locale. */
  readonly validUntil?: string
  /** Why there are none. */
  readonly error?: string
}

/** Requests credentials, to show whose they are. Never rejects. */
export async function readAwsIdentity(credentials: CredentialsProvider): Promise<AwsIdentity> {
  try {
    const { identityId, expiration } = await credentials()
    return { identityId, validUntil: expiration.toLocaleTimeString() }
  } catch (cause) {
    return { error: failureText(english, toFailure(cause)) }
  }
}
