import { beforeEach, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'

const newPassword = 'Br4nd-new!'
let client: Client
let AccessToken: string

freezeTime()

beforeEach(async () => {
  client = createClient(createSandbox())
  AccessToken = (await client.signedIn()).AccessToken
})

const change = (PreviousPassword: string | undefined, ProposedPassword = newPassword) =>
  client.call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword })

const wrong = [400, 'NotAuthorizedException', 'Incorrect username or password.']

test('changes the password, and keeps the session', async () => {
  expect((await change(password)).body).toEqual({})
  expect((await client.signInWithPassword(email, password)).status).toBe(400)
  expect((await client.signInWithPassword(email, newPassword)).status).toBe(200)
  expect((await client.call('GetUser', { AccessToken })).status).toBe(200)
})

test('requires the previous password', async () => {
  expect(errorOf(await change('Wr0ng-pass'))).toEqual(wrong)
  expect(errorOf(await change(undefined))).toEqual([
    400,
    'InvalidParameterException',
    'Missing required parameter PreviousPassword',
  ])
  expect((await client.signInWithPassword(email)).status).toBe(200)
})

test('rejects a weak password', async () => {
  expect(errorOf(await change(password, 'weakpassword1!'))).toEqual([
    400,
    'InvalidPasswordException',
    'Password does not conform to policy: Password must have uppercase characters',
  ])
})

test('rejects more than five wrong passwords an hour', async () => {
  for (let i = 0; i < 5; i++) expect(errorOf(await change('Wr0ng-pass'))).toEqual(wrong)
  expect(errorOf(await change(password))).toEqual([
    400,
    'LimitExceededException',
    'Attempt limit exceeded, please try after some time.',
  ])
  await client.advance(3_600_000)
  const again = (await client.signInWithPassword(email)).body.AuthenticationResult
  AccessToken = again.AccessToken
  expect((await change(password)).status).toBe(200)
})

test('rejects a user who must reset it, is signed out or was deleted', async () => {
  await client.admin('AdminResetUserPassword', { Username: email })
  expect(errorOf(await change(password))).toEqual([
    400,
    'PasswordResetRequiredException',
    'Password reset required for the user',
  ])
  await client.admin('AdminUserGlobalSignOut', { Username: email })
  expect(errorOf(await change(password))).toEqual([
    400,
    'NotAuthorizedException',
    'Access Token has been revoked',
  ])
  await client.admin('AdminDeleteUser', { Username: email })
  expect(errorOf(await change(password))).toEqual([
    400,
    'UserNotFoundException',
    'User does not exist.',
  ])
})
