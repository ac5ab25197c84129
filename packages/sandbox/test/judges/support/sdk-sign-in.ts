import {
  type ChallengeNameType,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type JudgedSandbox, password } from './judged-sandbox.ts'
import { createSdkClient } from './sdk-client.ts'

/** Sign-in with AWS's client by USER_PASSWORD_AUTH, step by step. */
export function sdkSignIn(judged: JudgedSandbox) {
  const ClientId = judged.sandbox.config.userPoolClientId

  const signIn = (USERNAME: string, secret = password) =>
    createSdkClient(judged.config).send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD: secret },
      }),
    )

  const respond = (
    ChallengeName: ChallengeNameType,
    Session: string | undefined,
    USERNAME: string,
    responses: Record<string, string>,
  ) =>
    createSdkClient(judged.config).send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME, ...responses },
      }),
    )

  return { signIn, respond }
}

type Answer = Pick<InitiateAuthCommandOutput, 'AuthenticationResult' | 'ChallengeName'>

/** The tokens at the end of a sign-in. */
export function tokensOf({ AuthenticationResult, ChallengeName }: Answer) {
  const { AccessToken, RefreshToken, NewDeviceMetadata } = AuthenticationResult ?? {}
  if (!AccessToken || !RefreshToken) throw new Error(`No tokens, but ${ChallengeName}`)
  return { AccessToken, RefreshToken, NewDeviceMetadata }
}
