import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  ResourceNotFoundException,
  SetUserPoolMfaConfigCommand,
  SignUpCommand,
  UnsupportedUserStateException,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'

const judged = useJudgedSandbox()
const { userPoolClientId: ClientId, userPoolId: UserPoolId } = judged.sandbox.config

let client: CognitoIdentityProviderClient
let Username: string

beforeAll(() => {
  client = createSdkClient(judged.config)
})
beforeEach(() => {
  Username = judged.newEmail()
})

const create = (more: object = {}) =>
  client.send(new AdminCreateUserCommand({ UserPoolId, Username, ...more }))

const setPassword = (Password: string, Permanent = true) =>
  client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent }))

const signIn = (secret = password) =>
  client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: secret },
    }),
  )

const user = () => ({ UserPoolId, Username })

test('AdminCreateUser invites, and returns a user with dates', async () => {
  const { User } = await create({
    UserAttributes: [
      { Name: 'email', Value: Username },
      { Name: 'email_verified', Value: 'true' },
    ],
    DesiredDeliveryMediums: ['EMAIL'],
  })
  expect(User).toMatchObject({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' })
  expect(User?.Attributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
  const age = judged.sandbox.clock.now() - (User?.UserCreateDate?.getTime() ?? 0)
  expect(age).toBeGreaterThanOrEqual(0)
  expect(age).toBeLessThan(60_000)
  const invited = await judged.codeFor(Username)
  await create({ MessageAction: 'RESEND' })
  expect(await judged.codeFor(Username)).not.toBe(invited)
  const { UserAttributes, ...found } = await client.send(new AdminGetUserCommand(user()))
  expect(found).toMatchObject({ Username: User?.Username, UserStatus: 'FORCE_CHANGE_PASSWORD' })
  expect(UserAttributes).toEqual(User?.Attributes)
})

test('AdminSetUserPassword makes a permanent password', async () => {
  await create({ MessageAction: 'SUPPRESS' })
  await setPassword(password)
  expect((await signIn()).AuthenticationResult?.AccessToken).toMatch(/^e[\w-]+\.[\w-]+\.[\w-]+$/)
  await expectException(
    signIn('Wr0ng-pass'),
    NotAuthorizedException,
    'Incorrect username or password.',
  )
  await expectException(
    create({ MessageAction: 'RESEND' }),
    UnsupportedUserStateException,
    `Resend not possible. ${Username} status is not FORCE_CHANGE_PASSWORD`,
  )
})

test('AdminConfirmSignUp confirms once', async () => {
  await client.send(new SignUpCommand({ ClientId, Username, Password: password }))
  await client.send(new AdminConfirmSignUpCommand(user()))
  await expectException(
    client.send(new AdminConfirmSignUpCommand(user())),
    NotAuthorizedException,
    'User cannot be confirmed. Current status is CONFIRMED',
  )
  expect((await signIn()).AuthenticationResult).toBeDefined()
})

test('AdminDisableUser locks out until AdminEnableUser', async () => {
  await create()
  await setPassword(password)
  await client.send(new AdminDisableUserCommand(user()))
  await expectException(signIn(), NotAuthorizedException, 'User is disabled.')
  await client.send(new AdminEnableUserCommand(user()))
  expect((await signIn()).AuthenticationResult).toBeDefined()
})

test('AdminDeleteUser leaves nothing', async () => {
  await create()
  await client.send(new AdminDeleteUserCommand(user()))
  await expectException(
    client.send(new AdminGetUserCommand(user())),
    UserNotFoundException,
    'User does not exist.',
  )
})

test('rejections have the classes of the SDK', async () => {
  await create()
  await expectException(
    create(),
    UsernameExistsException,
    'An account with the given email already exists.',
  )
  await expectException(
    setPassword('Passw0rd'),
    InvalidPasswordException,
    'Password does not conform to policy: Password must have symbol characters',
  )
  await expectException(
    client.send(new AdminGetUserCommand({ ...user(), UserPoolId: 'us-east-1_Other' })),
    ResourceNotFoundException,
    'User pool us-east-1_Other does not exist.',
  )
})

test('UpdateUserPool changes the password policy', async () => {
  const update = (MinimumLength: number) =>
    client.send(
      new UpdateUserPoolCommand({ UserPoolId, Policies: { PasswordPolicy: { MinimumLength } } }),
    )
  await create()
  await update(20)
  await expectException(
    setPassword(password),
    InvalidPasswordException,
    'Password does not conform to policy: Password not long enough',
  )
  await update(8)
  await setPassword(password)
})

test('UpdateUserPoolClient changes flows and validities', async () => {
  const update = (more: object) =>
    client.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ...more }))
  const { UserPoolClient } = await update({
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    AccessTokenValidity: 10,
    TokenValidityUnits: { AccessToken: 'minutes' },
  })
  expect(UserPoolClient).toMatchObject({
    ClientId,
    UserPoolId,
    AccessTokenValidity: 10,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  await create()
  await setPassword(password)
  await expectException(
    signIn(),
    InvalidParameterException,
    'USER_PASSWORD_AUTH flow not enabled for this client',
  )
  await update({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] })
  expect((await signIn()).AuthenticationResult?.ExpiresIn).toBe(600)
})

test('SetUserPoolMfaConfig answers with the configuration', async () => {
  const command = new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' })
  expect(await client.send(command)).toMatchObject({ MfaConfiguration: 'OFF' })
})
