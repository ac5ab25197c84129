import type { Secret } from '../secret.ts'
import type { RequestOptions } from './request-options.ts'

/** Temporary AWS credentials of an identity, in the shape that clients of AWS SDK v3 take. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
  /** `<region>:<uuid>`. */
  readonly identityId: string
}

/** Tokens by the name of the provider that issued them, e.g. `accounts.google.com`. */
export type Logins = Readonly<Record<string, string>>

/** An Amazon Cognito identity pool. It issues AWS credentials; without logins, for a guest. */
export interface IdentityPool {
  readonly identityPoolId: string
  /** Guests get no credentials (`mandatorySignIn`). */
  readonly isMandatorySignIn: boolean
  /** The login name of the user pool's ID token, e.g. `cognito-idp.<region>.amazonaws.com/<pool>`. */
  readonly userPoolLogin: string
  /** The identity of the logins; a new one for each guest. `GetId`. */
  getId(logins: Secret<Logins> | undefined, options: RequestOptions): Promise<string>
  /**
   * Credentials of an identity. The identity pool links the logins to the guest's identity; logins
   * that have an identity already keep it, and the response names it. `GetCredentialsForIdentity`.
   */
  getCredentials(
    identityId: string,
    logins: Secret<Logins> | undefined,
    options: RequestOptions,
  ): Promise<Secret<AwsCredentials>>
}
