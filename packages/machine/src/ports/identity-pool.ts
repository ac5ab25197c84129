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

/** Tokens by the name of who gave them, e.g. `accounts.google.com`. */
export type Logins = Readonly<Record<string, string>>

/** An Amazon Cognito identity pool, which gives AWS credentials. Without logins one is a guest. */
export interface IdentityPool {
  readonly identityPoolId: string
  /** Guests get no credentials (`mandatorySignIn`). */
  readonly isMandatorySignIn: boolean
  /** Under which the ID token of the user pool is a login, e.g. `cognito-idp.<region>.amazonaws.com/<pool>`. */
  readonly userPoolLogin: string
  /** The identity of the logins; a new one for each guest. `GetId`. */
  getId(logins: Secret<Logins> | undefined, options: RequestOptions): Promise<string>
  /**
   * Credentials of an identity. Logins are linked to the guest whose identity it was; where they
   * have an identity already, that is the one of the answer. `GetCredentialsForIdentity`.
   */
  getCredentials(
    identityId: string,
    logins: Secret<Logins> | undefined,
    options: RequestOptions,
  ): Promise<Secret<AwsCredentials>>
}
