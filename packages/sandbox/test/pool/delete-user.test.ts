import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'

let client: Client
let AccessToken: string
let RefreshToken: string

beforeEach(async () => {
  client = createClient(createSandbox())
  const tokens = await client.signedIn()
  AccessToken = tokens.AccessToken
  RefreshToken = tokens.RefreshToken
})

const refresh = () => client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken })

describe('DeleteUser', () => {
  test('deletes the user, whose tokens are worth nothing then', async () => {
    expect((await client.call('DeleteUser', { AccessToken })).body).toEqual({})
    const noUser = [400, 'UserNotFoundException', 'User does not exist.']
    expect(errorOf(await client.call('GetUser', { AccessToken }))).toEqual(noUser)
    expect(errorOf(await client.call('DeleteUser', { AccessToken }))).toEqual(noUser)
    expect((await refresh()).status).toBe(400)
    expect((await client.signInWithPassword(email)).status).toBe(400)
    expect((await client.signUp()).status).toBe(200)
  })

  test('needs a token that is valid', async () => {
    await client.call('GlobalSignOut', { AccessToken })
    expect(errorOf(await client.call('DeleteUser', { AccessToken }))).toEqual([
      400,
      'NotAuthorizedException',
      'Access Token has been revoked',
    ])
    expect((await client.signInWithPassword(email)).status).toBe(200)
  })
})

test('AdminUserGlobalSignOut ends all sessions of the user', async () => {
  const { body } = await client.admin('AdminUserGlobalSignOut', { Username: email })
  expect(body).toEqual({})
  expect((await client.call('GetUser', { AccessToken })).body.message).toBe(
    'Access Token has been revoked',
  )
  expect((await refresh()).body.message).toBe('Refresh Token has been revoked')
  expect((await client.signInWithPassword(email)).status).toBe(200)
  const unknown = await client.admin('AdminUserGlobalSignOut', { Username: 'unknown@example.com' })
  expect(unknown.body.__type).toBe('UserNotFoundException')
})

describe('the descriptions of the pool and its client', () => {
  test('DescribeUserPool', async () => {
    const { body } = await client.admin('DescribeUserPool')
    expect(body).toMatchObject({
      UserPool: {
        Id: 'us-east-1_Sandbox01',
        UsernameAttributes: ['email'],
        EstimatedNumberOfUsers: 1,
        Policies: { PasswordPolicy: { MinimumLength: 8 } },
      },
    })
    expect(body).not.toHaveProperty('UserPool.AccountRecoverySetting')
  })

  test('DescribeUserPoolClient', async () => {
    const ClientId = 'sandboxclient0000000000001'
    await client.admin('UpdateUserPoolClient', { ClientId, ReadAttributes: ['email'] })
    const { body } = await client.admin('DescribeUserPoolClient', { ClientId })
    expect(body).toMatchObject({ UserPoolClient: { ClientId, ReadAttributes: ['email'] } })
    expect(body).not.toHaveProperty('UserPoolClient.WriteAttributes')
    const other = await client.admin('DescribeUserPoolClient', { ClientId: 'other' })
    expect(other.body.__type).toBe('ResourceNotFoundException')
  })
})
