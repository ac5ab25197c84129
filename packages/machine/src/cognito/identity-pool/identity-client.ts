import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { throwIfAborted } from '../../platform/abort.ts'
import type { AwsCredentials, IdentityPool, Logins } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { CognitoError, InvalidAnswerError, NetworkError } from '../errors.ts'
import { sdkHandler } from './sdk-handler.ts'

interface IdentityClientOptions {
  readonly region: string
  readonly endpoint: string
  readonly identityPoolId: string
  readonly fetch: typeof globalThis.fetch
}

/** The requests to an identity pool, by the AWS SDK. A lazy chunk: see identity-pool.ts. */
export function identityClient({
  region,
  endpoint,
  identityPoolId,
  fetch,
}: IdentityClientOptions): Pick<IdentityPool, 'getId' | 'getCredentials'> {
  const client = new CognitoIdentityClient({
    endpoint,
    region,
    // The caller decides about retries.
    maxAttempts: 1,
    requestHandler: sdkHandler(fetch),
  })

  return {
    async getId(logins, { signal }) {
      const answer = await send(signal, () =>
        client.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins: reveal(logins) }), {
          abortSignal: signal,
        }),
      )
      return text(answer.IdentityId, 'IdentityId')
    },

    async getCredentials(identityId, logins, { signal }) {
      const answer = await send(signal, () =>
        client.send(
          new GetCredentialsForIdentityCommand({ IdentityId: identityId, Logins: reveal(logins) }),
          { abortSignal: signal },
        ),
      )
      const { AccessKeyId, SecretKey, SessionToken, Expiration } = answer.Credentials ?? {}
      if (!(Expiration instanceof Date) || Number.isNaN(Expiration.getTime())) {
        throw new InvalidAnswerError('The response has no "Expiration"')
      }
      return new Secret<AwsCredentials>({
        accessKeyId: text(AccessKeyId, 'AccessKeyId'),
        secretAccessKey: text(SecretKey, 'SecretKey'),
        sessionToken: text(SessionToken, 'SessionToken'),
        expiration: Expiration,
        identityId: text(answer.IdentityId, 'IdentityId'),
      })
    },
  }
}

async function send<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throwIfAborted(signal)
    if (error instanceof CognitoError || error instanceof NetworkError) throw error
    // Without the SDK's own error, which may have the whole response.
    throw new InvalidAnswerError('The response is not what the operation promises')
  }
}

/** A copy: the client may change the map. */
const reveal = (logins: Secret<Logins> | undefined) => logins && { ...logins.reveal() }

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new InvalidAnswerError(`The response has no "${name}"`)
}
