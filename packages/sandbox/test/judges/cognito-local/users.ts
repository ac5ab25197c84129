import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { password } from '../support/judged-sandbox.ts'
import type { Subject } from './subject.ts'

export const jwt = expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+$/)

export function signUp({ client, ClientId }: Subject, Username: string) {
  return client.send(new SignUpCommand({ ClientId, Username, Password: password }))
}

export function signIn({ client, ClientId }: Subject, USERNAME: string, secret = password) {
  return client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: secret },
    }),
  )
}

export function refresh({ client, ClientId }: Subject, REFRESH_TOKEN: string) {
  return client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN },
    }),
  )
}

export function tokensOf({
  AuthenticationResult,
}: Pick<InitiateAuthCommandOutput, 'AuthenticationResult'>) {
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {}
  expect([AccessToken, IdToken]).toEqual([jwt, jwt])
  return { AccessToken, IdToken, RefreshToken }
}

/** Signed up and confirmed: the e-mail address. */
export async function confirmedUser(subject: Subject): Promise<string> {
  const { client, ClientId } = subject
  const Username = subject.newEmail()
  await signUp(subject, Username)
  const ConfirmationCode = await subject.codeFor(Username)
  await client.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  return Username
}
