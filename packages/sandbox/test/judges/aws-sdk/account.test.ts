import {
  AdminGetUserCommand,
  AliasExistsException,
  ChangePasswordCommand,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  DeleteUserAttributesCommand,
  DeleteUserCommand,
  ExpiredCodeException,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  InvalidParameterException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  UpdateUserAttributesCommand,
  UserNotFoundException,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeEach, expect, test } from 'vitest'
import { otherThan } from '../support/authenticator-app.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'
import { sdkSignIn, tokensOf } from '../support/sdk-sign-in.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox()
const { userPoolId: UserPoolId, userPoolClientId: ClientId } = judged.sandbox.config
const { signIn } = sdkSignIn(judged)
const admin = administrator(judged)
const another = 'N3w-password'
const wrongCode = [
  CodeMismatchException,
  'Invalid verification code provided, please try again.',
] as const
const usedCode = [
  ExpiredCodeException,
  'Invalid code provided, please request a code again.',
] as const
const limit = [
  LimitExceededException,
  'Attempt limit exceeded, please try after some time.',
] as const

let client: CognitoIdentityProviderClient
let Username: string
let AccessToken: string

beforeEach(async () => {
  client = createSdkClient(judged.config)
  Username = await admin.confirmed()
  AccessToken = tokensOf(await signIn(Username)).AccessToken
})

const forget = (name = Username) =>
  client.send(new ForgotPasswordCommand({ ClientId, Username: name }))

async function attributes() {
  const { UserAttributes = [] } = await client.send(new GetUserCommand({ AccessToken }))
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
}

const update = (Name: string, Value: string) =>
  client.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name, Value }] }))

const confirmReset = (ConfirmationCode: string, Password = another, name = Username) =>
  client.send(
    new ConfirmForgotPasswordCommand({ ClientId, Username: name, ConfirmationCode, Password }),
  )

test('ForgotPassword and ConfirmForgotPassword', async () => {
  expect((await forget()).CodeDeliveryDetails).toEqual({
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: 'u***@e***',
  })
  const code = await judged.codeFor(Username)
  await expectException(confirmReset(otherThan(code)), ...wrongCode)
  await expectException(
    confirmReset(code, 'short1'),
    InvalidPasswordException,
    'Password does not conform to policy: Password not long enough',
  )
  await confirmReset(code)
  await expectException(confirmReset(code), ...usedCode)
  tokensOf(await signIn(Username, another))
})

test('rejections of ForgotPassword', async () => {
  await expectException(
    forget(await admin.invited()),
    NotAuthorizedException,
    'User password cannot be reset in the current state.',
  )
  await expectException(
    forget(await admin.confirmed({ email_verified: 'false' })),
    InvalidParameterException,
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  )
  for (let count = 0; count < 5; count++) await forget()
  await expectException(forget(), ...limit)
})

test('an unknown user is reported only if the pool says so', async () => {
  const unknown = judged.newEmail()
  expect((await forget(unknown)).CodeDeliveryDetails?.Destination).toBe('u***@e***')
  await expectException(confirmReset('123456', another, unknown), ...wrongCode)
  await judged.setPool({ PreventUserExistenceErrors: 'LEGACY' })
  const unknownUser = [UserNotFoundException, 'Username/client id combination not found.'] as const
  await expectException(forget(unknown), ...unknownUser)
  await expectException(confirmReset('123456', another, unknown), ...unknownUser)
  await judged.setPool({ PreventUserExistenceErrors: 'ENABLED' })
})

test('ChangePassword', async () => {
  const change = (PreviousPassword: string, ProposedPassword = another) =>
    client.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }))
  await expectException(
    change(password, 'short1'),
    InvalidPasswordException,
    'Password does not conform to policy: Password not long enough',
  )
  await change(password)
  for (let count = 0; count < 5; count++) {
    await expectException(
      change(password),
      NotAuthorizedException,
      'Incorrect username or password.',
    )
  }
  await expectException(change(another), ...limit)
  tokensOf(await signIn(Username, another))
})

test('UpdateUserAttributes and DeleteUserAttributes', async () => {
  expect((await update('given_name', 'Jäne')).CodeDeliveryDetailsList).toEqual([])
  expect(await attributes()).toMatchObject({ given_name: 'Jäne' })
  await client.send(
    new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['given_name'] }),
  )
  expect(await attributes()).not.toHaveProperty('given_name')
  await expectException(
    update('email_verified', 'true'),
    NotAuthorizedException,
    'A client attempted to write unauthorized attribute',
  )
  await expectException(
    update('email', await admin.confirmed()),
    AliasExistsException,
    'An account with the given email already exists.',
  )
})

test('GetUserAttributeVerificationCode and VerifyUserAttribute', async () => {
  const email = `new.${Username}`
  const { CodeDeliveryDetailsList } = await update('email', email)
  expect(CodeDeliveryDetailsList).toEqual([
    { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
  ])
  const AttributeName = 'email'
  const command = new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName })
  const { CodeDeliveryDetails } = await client.send(command)
  expect(CodeDeliveryDetails).toEqual(CodeDeliveryDetailsList?.[0])
  const code = await judged.codeFor(email)
  const verify = (Code: string) =>
    client.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName, Code }))
  await expectException(verify(otherThan(code)), ...wrongCode)
  await verify(code)
  await expectException(verify(code), ...usedCode)
  expect(await attributes()).toMatchObject({ email, email_verified: 'true' })
})

test('DeleteUser', async () => {
  await client.send(new DeleteUserCommand({ AccessToken }))
  const gone = [UserNotFoundException, 'User does not exist.'] as const
  await expectException(client.send(new GetUserCommand({ AccessToken })), ...gone)
  await expectException(client.send(new AdminGetUserCommand({ UserPoolId, Username })), ...gone)
})
