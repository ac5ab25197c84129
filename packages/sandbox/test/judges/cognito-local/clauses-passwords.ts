import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { otherThan } from '../support/authenticator-app.ts'
import { password } from '../support/judged-sandbox.ts'
import { type Clauses, expectDifference, outcomeOf, type Subject } from './subject.ts'
import { confirmedUser, jwt, refresh, signIn, signUp, tokensOf } from './users.ts'

const another = 'N3w-password'
const isTokens = { AccessToken: jwt, IdToken: jwt, RefreshToken: expect.any(String) }

/** An administrator's user at the challenge to replace the temporary password. */
async function invited({ client, UserPoolId, ...subject }: Subject, secret = password) {
  const Username = subject.newEmail()
  await client.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'given_name', Value: 'Jane' }],
    }),
  )
  const attempt = () => signIn({ client, UserPoolId, ...subject }, Username, secret)
  const answer = (Session: string | undefined) =>
    client.send(
      new RespondToAuthChallengeCommand({
        ClientId: subject.ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: another },
      }),
    )
  return { Username, attempt, answer }
}

export const passwordClauses: Clauses = {
  'signs up, confirms and signs in': async (subject) => {
    const { client, ClientId } = subject
    const Username = subject.newEmail()
    const { UserConfirmed, UserSub, CodeDeliveryDetails } = await signUp(subject, Username)
    expect([UserConfirmed, UserSub]).toEqual([false, expect.stringMatching(/^[0-9a-f-]{36}$/)])
    expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'email', DeliveryMedium: 'EMAIL' })
    expectDifference(subject, 'destination', CodeDeliveryDetails?.Destination)
    expect(await outcomeOf(signIn(subject, Username))).toEqual({
      name: 'UserNotConfirmedException',
      message: 'User is not confirmed.',
    })
    const code = await subject.codeFor(Username)
    const confirm = (ConfirmationCode: string) =>
      client.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
    expectDifference(subject, 'wrongCode', await outcomeOf(confirm(otherThan(code))))
    await confirm(code)
    expectDifference(subject, 'confirmedTwice', await outcomeOf(confirm(code)))
    const { AuthenticationResult } = await signIn(subject, Username)
    expect(AuthenticationResult).toMatchObject(isTokens)
    const { ExpiresIn, TokenType } = AuthenticationResult ?? {}
    expectDifference(subject, 'tokenMembers', [ExpiresIn, TokenType])
  },

  'rejects a name that is taken and a password that is weak': async (subject) => {
    const { client, ClientId } = subject
    const Username = await confirmedUser(subject)
    expectDifference(subject, 'nameTaken', await outcomeOf(signUp(subject, Username)))
    const weak = new SignUpCommand({ ClientId, Username: subject.newEmail(), Password: 'short1' })
    expectDifference(subject, 'weakPassword', await outcomeOf(client.send(weak)))
  },

  'rejects a wrong password and an unknown user': async (subject) => {
    const Username = await confirmedUser(subject)
    expectDifference(
      subject,
      'wrongPassword',
      await outcomeOf(signIn(subject, Username, 'Wr0ng-pass')),
    )
    expectDifference(subject, 'unknownUser', await outcomeOf(signIn(subject, subject.newEmail())))
  },

  'refreshes until the refresh token is revoked': async (subject) => {
    const { client, ClientId } = subject
    const { AccessToken, RefreshToken } = tokensOf(
      await signIn(subject, await confirmedUser(subject)),
    )
    const { AuthenticationResult } = await refresh(subject, RefreshToken)
    expect(AuthenticationResult).toMatchObject({ AccessToken: jwt, IdToken: jwt })
    expect(AuthenticationResult?.AccessToken).not.toBe(AccessToken)
    expect(AuthenticationResult?.RefreshToken).toBeUndefined()
    await client.send(new RevokeTokenCommand({ ClientId, Token: RefreshToken }))
    expectDifference(subject, 'revoked', await outcomeOf(refresh(subject, RefreshToken)))
  },

  'replaces a forgotten password with a code': async (subject) => {
    const { client, ClientId } = subject
    const Username = await confirmedUser(subject)
    const { CodeDeliveryDetails } = await client.send(
      new ForgotPasswordCommand({ ClientId, Username }),
    )
    expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'email', DeliveryMedium: 'EMAIL' })
    const code = await subject.codeFor(Username)
    const confirm = (ConfirmationCode: string) =>
      client.send(
        new ConfirmForgotPasswordCommand({
          ClientId,
          Username,
          ConfirmationCode,
          Password: another,
        }),
      )
    expectDifference(subject, 'wrongCode', await outcomeOf(confirm(otherThan(code))))
    await confirm(code)
    expectDifference(subject, 'resetCodeTwice', await outcomeOf(confirm(code)))
    expect((await signIn(subject, Username, another)).AuthenticationResult).toMatchObject(isTokens)
    expectDifference(subject, 'wrongPassword', await outcomeOf(signIn(subject, Username)))
    const unknown = new ForgotPasswordCommand({ ClientId, Username: subject.newEmail() })
    expectDifference(subject, 'resetOfUnknown', await outcomeOf(client.send(unknown)))
  },

  'changes a password': async (subject) => {
    const Username = await confirmedUser(subject)
    const { AccessToken } = tokensOf(await signIn(subject, Username))
    const change = (PreviousPassword: string) =>
      subject.client.send(
        new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword: another }),
      )
    expectDifference(subject, 'wrongPassword', await outcomeOf(change('Wr0ng-pass')))
    await change(password)
    expect((await signIn(subject, Username, another)).AuthenticationResult).toMatchObject(isTokens)
  },

  'replaces a temporary password': async (subject) => {
    const { client, UserPoolId } = subject
    const { Username, attempt, answer } = await invited(subject)
    const { ChallengeName, ChallengeParameters, Session } = await attempt()
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const { USER_ID_FOR_SRP, requiredAttributes, userAttributes } = ChallengeParameters ?? {}
    expect([USER_ID_FOR_SRP, requiredAttributes]).toEqual([expect.any(String), '[]'])
    expectDifference(subject, 'challengeAttributes', JSON.parse(userAttributes ?? ''))
    const { RefreshToken } = tokensOf(await answer(Session))
    expectDifference(
      subject,
      'refreshAfterChallenge',
      await outcomeOf(refresh(subject, RefreshToken)),
    )
    expectDifference(subject, 'sessionTwice', await outcomeOf(answer(Session)))
    expect(await client.send(new AdminGetUserCommand({ UserPoolId, Username }))).toMatchObject({
      UserStatus: 'CONFIRMED',
    })
    expect((await signIn(subject, Username, another)).AuthenticationResult).toMatchObject(isTokens)
  },

  'checks a temporary password': async (subject) => {
    const { attempt } = await invited(subject, 'Wr0ng-pass')
    expectDifference(subject, 'wrongTemporaryPassword', await outcomeOf(attempt()))
  },

  'begins SRP': async (subject) => {
    const { client, ClientId } = subject
    const command = new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: subject.newEmail(), SRP_A: 'abc' },
    })
    expectDifference(subject, 'srp', await outcomeOf(client.send(command)))
  },
}
