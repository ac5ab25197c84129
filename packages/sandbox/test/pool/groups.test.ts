import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'

const other = 'other@example.com'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
let client: Client

beforeEach(() => {
  client = createClient(createSandbox())
})

const create = (GroupName: string, request: object = {}) =>
  client.admin('CreateGroup', { GroupName, ...request })
const add = (GroupName: string, Username = email) =>
  client.admin('AdminAddUserToGroup', { GroupName, Username })
const namesIn = (answer: { body: object }) =>
  ('Groups' in answer.body ? (answer.body.Groups as { GroupName: string }[]) : []).map(
    ({ GroupName }) => GroupName,
  )
const noGroup = [400, 'ResourceNotFoundException', 'Group not found.']
const noUser = [400, 'UserNotFoundException', 'User does not exist.']

describe('groups', () => {
  test('are created once, read and listed by page', async () => {
    const { body } = await create('staff', {
      Description: 'Everyone',
      Precedence: 1,
      RoleArn: role('staff'),
    })
    const Group = {
      GroupName: 'staff',
      UserPoolId: 'us-east-1_Sandbox01',
      Description: 'Everyone',
      Precedence: 1,
      RoleArn: role('staff'),
      CreationDate: expect.any(Number),
      LastModifiedDate: expect.any(Number),
    }
    expect(body).toEqual({ Group })
    expect((await client.admin('GetGroup', { GroupName: 'staff' })).body).toEqual({ Group })
    expect(errorOf(await create('staff'))).toEqual([
      400,
      'GroupExistsException',
      'A group with the name already exists.',
    ])
    await create('boss')
    const first = await client.admin('ListGroups', { Limit: 1 })
    expect(namesIn(first)).toEqual(['staff'])
    const NextToken = 'NextToken' in first.body && first.body.NextToken
    const second = await client.admin('ListGroups', { Limit: 1, NextToken })
    expect(namesIn(second)).toEqual(['boss'])
    expect(second.body).not.toHaveProperty('NextToken')
  })

  test('must exist', async () => {
    await client.signUp()
    const request = { GroupName: 'staff', Username: email }
    for (const operation of [
      'GetGroup',
      'DeleteGroup',
      'ListUsersInGroup',
      'AdminAddUserToGroup',
      'AdminRemoveUserFromGroup',
    ]) {
      const { GroupName } = request
      const sent = operation.startsWith('Admin') ? request : { GroupName }
      expect(errorOf(await client.admin(operation, sent))).toEqual(noGroup)
    }
    await create('staff')
    expect(errorOf(await add('staff', other))).toEqual(noUser)
    expect(errorOf(await client.admin('AdminListGroupsForUser', { Username: other }))).toEqual(
      noUser,
    )
  })

  test('have members', async () => {
    await client.signUp()
    await client.signUp(other)
    await create('staff', { Precedence: 2 })
    await create('boss', { Precedence: 1 })
    expect((await add('staff')).body).toEqual({})
    await add('staff')
    await add('boss')
    await add('staff', other)
    const mine = () => client.admin('AdminListGroupsForUser', { Username: email })
    expect(namesIn(await mine())).toEqual(['boss', 'staff'])
    const members = async () => {
      const { body } = await client.admin('ListUsersInGroup', { GroupName: 'staff' })
      return 'Users' in body ? (body.Users as object[]).length : undefined
    }
    expect(await members()).toBe(2)
    await client.admin('AdminRemoveUserFromGroup', { GroupName: 'staff', Username: email })
    expect(await members()).toBe(1)
    expect((await client.admin('DeleteGroup', { GroupName: 'boss' })).body).toEqual({})
    expect(namesIn(await mine())).toEqual([])
    await create('boss')
    expect(namesIn(await mine())).toEqual([])
  })

  test('are deleted by a reset', async () => {
    await create('staff')
    await client.control('POST', '/reset')
    expect(namesIn(await client.admin('ListGroups'))).toEqual([])
  })
})

describe('tokens', () => {
  beforeEach(() => client.confirmed())

  const claims = async () => {
    const { IdToken, AccessToken } = (await client.signInWithPassword(email)).body
      .AuthenticationResult
    return { id: decodeJwt(IdToken), access: decodeJwt(AccessToken) }
  }

  test('name the groups, their roles and the one of the highest precedence', async () => {
    await create('staff', { Precedence: 5, RoleArn: role('staff') })
    await create('boss', { Precedence: 0, RoleArn: role('boss') })
    await create('plain')
    for (const name of ['plain', 'staff', 'boss']) await add(name)
    const { id, access } = await claims()
    expect(id).toMatchObject({
      'cognito:groups': ['boss', 'staff', 'plain'],
      'cognito:roles': [role('boss'), role('staff')],
      'cognito:preferred_role': role('boss'),
    })
    expect(access['cognito:groups']).toEqual(['boss', 'staff', 'plain'])
    expect(access).not.toHaveProperty('cognito:roles')
  })

  test('prefer no role between groups of the same precedence', async () => {
    await create('a', { Precedence: 1, RoleArn: role('a-role') })
    await create('b', { Precedence: 1, RoleArn: role('b-role') })
    await add('a')
    await add('b')
    expect((await claims()).id).not.toHaveProperty('cognito:preferred_role')
  })

  test('say nothing of groups that there are not', async () => {
    const { id, access } = await claims()
    for (const name of ['cognito:groups', 'cognito:roles', 'cognito:preferred_role']) {
      expect(id).not.toHaveProperty(name)
      expect(access).not.toHaveProperty(name)
    }
  })
})
