import { loadChunk } from '../../platform/load-chunk.ts'
import type { IdentityPool } from '../../ports/index.ts'
import type { CognitoConfig } from '../config/config.ts'
import { awsHost } from '../transport/aws-host.ts'

export interface IdentityPoolOptions {
  readonly config: Pick<
    CognitoConfig,
    'region' | 'userPoolId' | 'identityEndpoint' | 'mandatorySignIn'
  >
  readonly identityPoolId: string
  readonly fetch: typeof globalThis.fetch
}

/**
 * The identity-pool port over the AWS SDK's client, which is loaded at the first request. Give it to
 * `createAuth`; it needs the package `@aws-sdk/client-cognito-identity`.
 *
 * Its requests throw the same errors as those to the user pool: CognitoError, NetworkError (also when the
 * client cannot be loaded), InvalidAnswerError, the signal's reason.
 *
 * @example
 * import { identityPool } from '@authchart/machine/identity-pool'
 * const auth = createAuth({ config, identityPool })
 * const s3 = new S3Client({ region, credentials: auth.credentials })
 */
export function identityPool({
  config: { region, userPoolId, identityEndpoint, mandatorySignIn },
  identityPoolId,
  fetch,
}: IdentityPoolOptions): IdentityPool {
  type Requests = Pick<IdentityPool, 'getId' | 'getCredentials'>
  let opening: Promise<Requests> | undefined

  async function open(): Promise<Requests> {
    const { identityClient } = await loadChunk(
      import('./identity-client.ts'),
      'The client for identity pools',
    )
    return identityClient({ region, endpoint: identityEndpoint, identityPoolId, fetch })
  }

  async function opened(): Promise<Requests> {
    opening ??= open()
    try {
      return await opening
    } catch (error) {
      opening = undefined
      throw error
    }
  }

  return {
    identityPoolId,
    isMandatorySignIn: mandatorySignIn,
    userPoolLogin: `${awsHost('cognito-idp', region)}/${userPoolId}`,
    getId: async (...request) => (await opened()).getId(...request),
    getCredentials: async (...request) => (await opened()).getCredentials(...request),
  }
}
