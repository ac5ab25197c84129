import {
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  ExpiredCodeException,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandInput,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  RefreshTokenReuseException,
  ResendConfirmationCodeCommand,
  ResourceNotFoundException,
  RevokeTokenCommand,
  SignUpCommand,
  UnsupportedTokenTypeException,
  UserNotConfirmedException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'

const judged = useJudgedSandbox()
const ClientId = judged.sandbox.config.userPoolClientId

let client: CognitoIdentityProviderClient
let Username: string

beforeAll(() => {
  client = createSdkClient(judged.config)
})
beforeEach(() => {
  Username = judged.newEmail()
})

const signUp = () => client.send(new SignUpCommand({ ClientId, Username, Password: password }))

const confirm = (ConfirmationCode: string) =>
  client.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))

const initiate = (
  AuthFlow: InitiateAuthCommandInput['AuthFlow'],
  AuthParameters: Record<string, string>,
) => client.send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters }))

const signIn = (secret = password, name = Username) =>
  initiate('USER_PASSWORD_AUTH', { USERNAME: name, PASSWORD: secret })

async function signedIn() {
  await signUp()
  await confirm(await judged.codeFor(Username))
  const { AuthenticationResult } = await signIn()
  const { AccessToken = '', RefreshToken = '', ExpiresIn, TokenType } = AuthenticationResult ?? {}
  expect([ExpiresIn, TokenType]).toEqual([3600, 'Bearer'])
  return { AccessToken, RefreshToken }
}

const getUser = (AccessToken: string) => client.send(new GetUserCommand({ AccessToken }))

const renew = (RefreshToken: string) =>
  client.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))

test('SignUp, ResendConfirmationCode and ConfirmSignUp', async () => {
  const { UserConfirmed, UserSub, CodeDeliveryDetails } = await signUp()
  expect([UserConfirmed, CodeDeliveryDetails?.Destination]).toEqual([false, 'u***@e***'])
  await expectException(signIn(), UserNotConfirmedException, 'User is not confirmed.')
  await client.send(new ResendConfirmationCodeCommand({ ClientId, Username }))
  await confirm(await judged.codeFor(Username))
  const { AuthenticationResult } = await signIn()
  expect((await getUser(AuthenticationResult?.AccessToken ?? '')).Username).toBe(UserSub)
})

test('rejections of SignUp and ConfirmSignUp', async () => {
  await signUp()
  await expectException(
    signUp(),
    UsernameExistsException,
    'An account with the given email already exists.',
  )
  await expectException(
    client.send(new SignUpCommand({ ClientId, Username: judged.newEmail(), Password: 'Pass1!' })),
    InvalidPasswordException,
    'Password does not conform to policy: Password not long enough',
  )
  await expectException(
    client.send(new SignUpCommand({ ClientId, Username, Password: ' Passw0rd! ' })),
    InvalidParameterException,
    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
  )
  const code = await judged.codeFor(Username)
  await expectException(
    confirm(code === '000000' ? '111111' : '000000'),
    CodeMismatchException,
    'Invalid verification code provided, please try again.',
  )
  judged.sandbox.clock.advance(24 * 3_600_000)
  await expectException(
    confirm(code),
    ExpiredCodeException,
    'Invalid code provided, please request a code again.',
  )
})

test('rejections of InitiateAuth', async () => {
  await signedIn()
  const wrong = 'Incorrect username or password.'
  await expectException(signIn('Wr0ng-pass'), NotAuthorizedException, wrong)
  await expectException(signIn(password, 'unknown@example.com'), NotAuthorizedException, wrong)
  await judged.setPool({ PreventUserExistenceErrors: 'LEGACY' })
  await expectException(
    signIn(password, 'unknown@example.com'),
    UserNotFoundException,
    'User does not exist.',
  )
  await judged.setPool({ PreventUserExistenceErrors: 'ENABLED' })
  await expectException(
    client.send(new InitiateAuthCommand({ ClientId: 'another', AuthFlow: 'USER_PASSWORD_AUTH' })),
    ResourceNotFoundException,
    'User pool client another does not exist.',
  )
})

test('REFRESH_TOKEN_AUTH and GetTokensFromRefreshToken without rotation', async () => {
  const { AccessToken, RefreshToken } = await signedIn()
  const { AuthenticationResult: first } = await initiate('REFRESH_TOKEN_AUTH', {
    REFRESH_TOKEN: RefreshToken,
  })
  const { AuthenticationResult: second } = await renew(RefreshToken)
  for (const result of [first, second]) {
    expect(result).not.toHaveProperty('RefreshToken')
    expect(result?.AccessToken).not.toBe(AccessToken)
    expect(await getUser(result?.AccessToken ?? '')).toMatchObject({
      UserAttributes: [
        { Name: 'sub' },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'email', Value: Username },
      ],
    })
  }
  await expectException(renew('nonsense'), NotAuthorizedException, 'Invalid Refresh Token')
})

test('GetTokensFromRefreshToken with rotation', async () => {
  await judged.setPool({ RefreshTokenRotation: { Feature: 'ENABLED' } })
  const { RefreshToken } = await signedIn()
  const { AuthenticationResult } = await renew(RefreshToken)
  expect(AuthenticationResult?.RefreshToken).toMatch(/^(?:[\w-]+\.){4}[\w-]+$/)
  await expectException(
    renew(RefreshToken),
    RefreshTokenReuseException,
    'Refresh token has been reused.',
  )
  await judged.setPool({ RefreshTokenRotation: { Feature: 'DISABLED' } })
})

test('RevokeToken', async () => {
  const { AccessToken, RefreshToken } = await signedIn()
  await expectException(
    client.send(new RevokeTokenCommand({ ClientId, Token: AccessToken })),
    UnsupportedTokenTypeException,
    'Only refresh tokens can be revoked.',
  )
  await client.send(new RevokeTokenCommand({ ClientId, Token: RefreshToken }))
  await expectException(
    renew(RefreshToken),
    NotAuthorizedException,
    'Refresh Token has been revoked',
  )
  await expectException(
    getUser(AccessToken),
    NotAuthorizedException,
    'Access Token has been revoked',
  )
})

test('GlobalSignOut', async () => {
  const { AccessToken, RefreshToken } = await signedIn()
  await client.send(new GlobalSignOutCommand({ AccessToken }))
  await expectException(
    client.send(new GlobalSignOutCommand({ AccessToken })),
    NotAuthorizedException,
    'Access Token has been revoked',
  )
  await expectException(
    renew(RefreshToken),
    NotAuthorizedException,
    'Refresh Token has been revoked',
  )
})

test('tokens expire on the clock of the sandbox', async () => {
  const { AccessToken, RefreshToken } = await signedIn()
  judged.sandbox.clock.advance(3_600_000)
  await expectException(getUser(AccessToken), NotAuthorizedException, 'Access Token has expired')
  judged.sandbox.clock.advance(30 * 86_400_000)
  await expectException(renew(RefreshToken), NotAuthorizedException, 'Refresh Token has expired')
})
