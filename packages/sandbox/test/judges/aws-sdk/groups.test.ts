import {
  AdminAddUserToGroupCommand,
  AdminDeleteUserAttributesCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminResetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  DeleteGroupCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetGroupCommand,
  GetUserCommand,
  GroupExistsException,
  ListGroupsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  NotAuthorizedException,
  PasswordResetRequiredException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeEach, expect, test } from 'vitest'
import { useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'
import { sdkSignIn, tokensOf } from '../support/sdk-sign-in.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox()
const { userPoolId: UserPoolId, userPoolClientId: ClientId } = judged.sandbox.config
const { signIn } = sdkSignIn(judged)
const admin = administrator(judged)

let client: CognitoIdentityProviderClient
let Username: string

beforeEach(async () => {
  client = createSdkClient(judged.config)
  Username = await admin.confirmed()
})

async function claims() {
  const [, payload = ''] = tokensOf(await signIn(Username)).AccessToken.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString())
}

test('groups are made, joined, put into tokens, left and deleted', async () => {
  const GroupName = 'editors'
  const group = { UserPoolId, GroupName }
  const create = () => client.send(new CreateGroupCommand({ ...group, Precedence: 1 }))
  expect((await create()).Group).toMatchObject({ GroupName, Precedence: 1 })
  const [, exception] = await Promise.allSettled([undefined, create()])
  expect(exception).toMatchObject({ reason: expect.any(GroupExistsException) })
  await client.send(new AdminAddUserToGroupCommand({ ...group, Username }))
  expect(await claims()).toMatchObject({ 'cognito:groups': [GroupName] })
  const listed = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }))
  expect(listed.Groups).toMatchObject([{ GroupName }])
  const { Users } = await client.send(new ListUsersInGroupCommand(group))
  expect(Users).toHaveLength(1)
  await client.send(new AdminRemoveUserFromGroupCommand({ ...group, Username }))
  expect(await claims()).not.toHaveProperty('cognito:groups')
  expect((await client.send(new GetGroupCommand(group))).Group?.CreationDate).toBeInstanceOf(Date)
  await client.send(new DeleteGroupCommand(group))
  const [gone] = await Promise.allSettled([client.send(new GetGroupCommand(group))])
  expect(gone).toMatchObject({ reason: expect.any(ResourceNotFoundException) })
})

test('ListGroups and ListUsers page by page', async () => {
  for (const GroupName of ['one', 'two', 'three']) {
    await client.send(new CreateGroupCommand({ UserPoolId, GroupName }))
  }
  const { Groups, NextToken } = await client.send(new ListGroupsCommand({ UserPoolId, Limit: 2 }))
  expect(Groups).toHaveLength(2)
  const rest = await client.send(new ListGroupsCommand({ UserPoolId, Limit: 2, NextToken }))
  expect([rest.Groups?.length, rest.NextToken]).toEqual([1, undefined])

  await admin.confirmed()
  const { Users, PaginationToken } = await client.send(
    new ListUsersCommand({ UserPoolId, Limit: 1 }),
  )
  const next = await client.send(new ListUsersCommand({ UserPoolId, Limit: 1, PaginationToken }))
  expect(next.Users?.[0]?.Username).not.toBe(Users?.[0]?.Username)
  const Filter = `email = "${Username}"`
  const found = await client.send(new ListUsersCommand({ UserPoolId, Filter }))
  expect(found.Users).toMatchObject([{ UserStatus: 'CONFIRMED', Enabled: true }])
})

test('AdminUpdateUserAttributes and AdminDeleteUserAttributes', async () => {
  const user = { UserPoolId, Username }
  const UserAttributes = [{ Name: 'given_name', Value: 'Jäne' }]
  await client.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes }))
  const attributes = async () =>
    (await client.send(new AdminGetUserCommand(user))).UserAttributes ?? []
  expect(await attributes()).toContainEqual(UserAttributes[0])
  const UserAttributeNames = ['given_name']
  await client.send(new AdminDeleteUserAttributesCommand({ ...user, UserAttributeNames }))
  expect(await attributes()).not.toContainEqual(UserAttributes[0])
})

test('AdminResetUserPassword', async () => {
  await client.send(new AdminResetUserPasswordCommand({ UserPoolId, Username }))
  await expectException(
    signIn(Username),
    PasswordResetRequiredException,
    'Password reset required for the user',
  )
  const user = await client.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect(user.UserStatus).toBe('RESET_REQUIRED')
})

test('AdminUserGlobalSignOut', async () => {
  const { AccessToken } = tokensOf(await signIn(Username))
  await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }))
  await expectException(
    client.send(new GetUserCommand({ AccessToken })),
    NotAuthorizedException,
    'Access Token has been revoked',
  )
})

test('DescribeUserPool and DescribeUserPoolClient', async () => {
  const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }))
  expect(UserPool).toMatchObject({ Id: UserPoolId, MfaConfiguration: 'OFF' })
  const described = await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))
  expect(described.UserPoolClient).toMatchObject({ ClientId, UserPoolId, AccessTokenValidity: 60 })
})
