import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, errorOf } from '../support/client.ts'

const ClientSecret = 'abcdefghijklmnopqrstuvwxyz0123456789'
const Username = 'ada@example.com'
const Password = 'Correct-horse-7'

let sandbox: Sandbox
let client: Client

beforeEach(() => {
  sandbox = createSandbox({ pool: { ClientSecret } })
  client = createClient(sandbox)
})
afterEach(() => sandbox.close())

const hashOf = (username: string) =>
  createHmac('sha256', ClientSecret)
    .update(username + sandbox.config.userPoolClientId)
    .digest('base64')

test.each([
  ['SignUp', { Username, Password }],
  ['ConfirmSignUp', { Username, ConfirmationCode: '123456' }],
  ['ForgotPassword', { Username }],
  ['ResendConfirmationCode', { Username }],
  ['ConfirmForgotPassword', { Username, Password, ConfirmationCode: '123456' }],
])('%s needs the hash of the secret, and the right one', async (operation, request) => {
  const ClientId = sandbox.config.userPoolClientId
  expect(errorOf(await client.send(operation, request))).toEqual([
    400,
    'NotAuthorizedException',
    `Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
  ])
  const wrong = await client.send(operation, { ...request, SecretHash: hashOf('eve') })
  expect(errorOf(wrong)).toEqual([
    400,
    'NotAuthorizedException',
    `Unable to verify secret hash for client ${ClientId}`,
  ])
})

test('a client with the secret signs up, in, and refreshes', async () => {
  const SECRET_HASH = hashOf(Username)
  const ClientId = sandbox.config.userPoolClientId
  const UserAttributes = [{ Name: 'email', Value: Username }]
  const signUp = { ClientId, Username, Password, UserAttributes, SecretHash: SECRET_HASH }
  expect((await client.send('SignUp', signUp)).status).toBe(200)
  const ConfirmationCode = await client.lastCode(Username)
  const confirm = { ClientId, Username, ConfirmationCode, SecretHash: SECRET_HASH }
  expect((await client.send('ConfirmSignUp', confirm)).status).toBe(200)
  const parameters = { USERNAME: Username, PASSWORD: Password }
  expect((await client.initiate('USER_PASSWORD_AUTH', parameters)).status).toBe(400)
  const answer = await client.initiate('USER_PASSWORD_AUTH', { ...parameters, SECRET_HASH })
  expect(answer.status).toBe(200)
  const { RefreshToken } = answer.body.AuthenticationResult
  const refresh = { ClientId, RefreshToken }
  expect(errorOf(await client.send('GetTokensFromRefreshToken', refresh))).toEqual([
    400,
    'NotAuthorizedException',
    `SecretHash does not match for the client: ${ClientId}`,
  ])
  expect(
    (await client.send('GetTokensFromRefreshToken', { ...refresh, ClientSecret })).status,
  ).toBe(200)
})
