import { randomBytes } from 'node:crypto'
import { createSandbox, type PoolOptionsPatch } from '../../../src/index.ts'
import { judgedFetch } from '../service-model/judged-fetch.ts'
import type { SrpClient } from './clients.ts'

interface Answer {
  readonly __type?: string
  readonly message?: string
  readonly ChallengeParameters?: Readonly<Record<string, string>>
  readonly AuthenticationResult?: { readonly AccessToken: string }
}

export interface SignInOptions {
  /** The client's private value. */
  readonly a?: bigint | undefined
  /** The server's private value. */
  readonly b?: bigint | undefined
}

export interface SignIn {
  readonly answer: Answer
  readonly parameters: Readonly<Record<string, string>>
  /** Hex, as it was sent. */
  readonly A: string
}

const saltLength = 16
const privateLength = 32

const bytesOf = (value: bigint, length: number) =>
  Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex')

/** A sandbox in-process, every exchange judged, whose random values can be chosen. */
export function createSrpSandbox(pool: PoolOptionsPatch) {
  const chosen = new Map<number, Uint8Array>()
  const sandbox = createSandbox({
    pool,
    random: (count) => chosen.get(count) ?? randomBytes(count),
  })
  const fetch = judgedFetch(sandbox.fetch)
  const { endpoint, userPoolId: poolId, userPoolClientId: ClientId } = sandbox.config

  const call = async (operation: string, request: object): Promise<Answer> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        authorization: 'AWS4-HMAC-SHA256 Credential=local',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(request),
    })
    return (await response.json()) as Answer
  }

  const admin = async (operation: string, Username: string, more: object): Promise<void> => {
    const answer = await call(operation, { UserPoolId: poolId, Username, ...more })
    if (answer.__type) throw new Error(`${operation} of ${Username}: ${answer.message}`)
  }

  const choosing = async <T>(count: number, value: bigint | undefined, act: () => Promise<T>) => {
    if (value !== undefined) chosen.set(count, bytesOf(value, count))
    try {
      return await act()
    } finally {
      chosen.clear()
    }
  }

  /** With a salt that may be chosen. */
  const setPassword = (username: string, Password: string, salt?: bigint): Promise<void> =>
    choosing(saltLength, salt, () =>
      admin('AdminSetUserPassword', username, { Password, Permanent: true }),
    )

  const addUser = async (username: string, password: string): Promise<void> => {
    await admin('AdminCreateUser', username, { MessageAction: 'SUPPRESS' })
    await setPassword(username, password)
  }

  const signIn = async (
    client: SrpClient,
    username: string,
    password: string,
    { a, b }: SignInOptions = {},
  ): Promise<SignIn> => {
    const attempt = client({ username, password, poolId }, a)
    const AuthParameters = { USERNAME: username, SRP_A: attempt.A }
    const { ChallengeParameters: parameters, ...rejected } = await choosing(privateLength, b, () =>
      call('InitiateAuth', { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }),
    )
    if (!parameters) throw new Error(`No challenge for ${username}: ${rejected.message}`)
    const { signature, timestamp } = await attempt.prove(parameters)
    const answer = await call('RespondToAuthChallenge', {
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: parameters.USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: parameters.SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP: timestamp,
      },
    })
    return { answer, parameters, A: attempt.A }
  }

  return { poolId, addUser, setPassword, signIn }
}

export const passwordsOfAnyKind: PoolOptionsPatch = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: 6,
      RequireUppercase: false,
      RequireLowercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
    },
  },
}
