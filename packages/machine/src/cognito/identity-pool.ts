import type { AwsCredentials, IdentityPool, Logins } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import { awsHost } from './aws-host.ts'
import type { CognitoConfig } from './config.ts'
import { CognitoError, InvalidAnswerError, NetworkError } from './errors.ts'
import { sdkHandler } from './sdk-handler.ts'

export interface IdentityPoolOptions {
  readonly config: Pick<
    CognitoConfig,
    'region' | 'userPoolId' | 'identityEndpoint' | 'mandatorySignIn'
  >
  readonly identityPoolId: string
  readonly fetch: typeof globalThis.fetch
}

/**
 * The identity-pool port over the AWS SDK's client, which is loaded at the first request.
 *
 * Its requests throw what those to the user pool throw: CognitoError, NetworkError (also when the
 * client cannot be loaded), InvalidAnswerError, the signal's reason.
 */
export function cognitoIdentityPool({
  config: { region, userPoolId, identityEndpoint, mandatorySignIn },
  identityPoolId,
  fetch,
}: IdentityPoolOptions): IdentityPool {
  async function open() {
    const { CognitoIdentityClient, GetIdCommand, GetCredentialsForIdentityCommand } = await import(
      '@aws-sdk/client-cognito-identity'
    )
    const client = new CognitoIdentityClient({
      endpoint: identityEndpoint,
      region,
      // Who asks knows whether it is worth asking again.
      maxAttempts: 1,
      requestHandler: sdkHandler(fetch),
    })
    return { client, GetIdCommand, GetCredentialsForIdentityCommand }
  }

  type Sdk = Awaited<ReturnType<typeof open>>
  let opening: Promise<Sdk> | undefined

  async function opened(): Promise<Sdk> {
    opening ??= open()
    try {
      return await opening
    } catch (cause) {
      opening = undefined
      throw new NetworkError('The client for identity pools could not be loaded', { cause })
    }
  }

  async function ask<T>(signal: AbortSignal, work: (sdk: Sdk) => Promise<T>): Promise<T> {
    const sdk = await opened()
    try {
      return await work(sdk)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof CognitoError || error instanceof NetworkError) throw error
      // Without the SDK's own error, which may hold the whole answer.
      throw new InvalidAnswerError('The answer is not what the operation promises')
    }
  }

  return {
    identityPoolId,
    isMandatorySignIn: mandatorySignIn,
    userPoolLogin: `${awsHost('cognito-idp', region)}/${userPoolId}`,

    async getId(logins, { signal }) {
      const answer = await ask(signal, ({ client, GetIdCommand }) =>
        client.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins: reveal(logins) }), {
          abortSignal: signal,
        }),
      )
      return text(answer.IdentityId, 'IdentityId')
    },

    async getCredentials(identityId, logins, { signal }) {
      const answer = await ask(signal, ({ client, GetCredentialsForIdentityCommand }) =>
        client.send(
          new GetCredentialsForIdentityCommand({ IdentityId: identityId, Logins: reveal(logins) }),
          { abortSignal: signal },
        ),
      )
      const { AccessKeyId, SecretKey, SessionToken, Expiration } = answer.Credentials ?? {}
      if (!(Expiration instanceof Date) || Number.isNaN(Expiration.getTime())) {
        throw new InvalidAnswerError('The answer has no "Expiration"')
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

/** The client takes a map of its own, to change as it likes. */
const reveal = (logins: Secret<Logins> | undefined) => logins && { ...logins.reveal() }

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new InvalidAnswerError(`The answer has no "${name}"`)
}
