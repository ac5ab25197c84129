import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'

const service = 'AWSCognitoIdentityProviderService'
let sandbox: Sandbox
let client: Client

beforeEach(() => {
  sandbox = createSandbox()
  client = createClient(sandbox)
})

test('an error has its name in the body and in the headers', async () => {
  const { status, headers, body } = await client.signInWithPassword('unknown@example.com')
  expect([status, body]).toEqual([
    400,
    { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' },
  ])
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-errortype': 'NotAuthorizedException:',
    'x-amzn-errormessage': 'Incorrect username or password.',
    'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  })
})

test('a message that is no header text still arrives in the body', async () => {
  const UserAttributes = [{ Name: 'größe', Value: 'M' }]
  const { body, headers } = await client.signUp(email, { UserAttributes })
  expect(body.message).toContain('größe: Attribute does not exist')
  expect(headers.get('x-amzn-errormessage')).toContain('gr  e: Attribute does not exist')
})

test.each([
  undefined,
  'SignUp',
  `${service}.NoSuchOperation`,
  `${service}.constructor`,
  'Other.SignUp',
])('the target %s is an unknown operation', async (target) => {
  const answer = await client.raw(target, '{}')
  expect(errorOf(answer)).toEqual([400, 'UnknownOperationException', 'Unknown operation.'])
})

test.each(['{', '[]', '"text"', 'null', '{"ClientId":5}', '{"ClientId":{}}', '{"ClientId":true}'])(
  'the body %s cannot be read',
  async (body) => {
    const answer = await client.raw(`${service}.SignUp`, body)
    expect([answer.status, answer.body.__type]).toEqual([400, 'SerializationException'])
  },
)

describe('constraints', () => {
  const failed = (...problems: string[]) => {
    const errors = problems.length > 1 ? 'errors' : 'error'
    return [
      400,
      'InvalidParameterException',
      `${problems.length} validation ${errors} detected: ${problems.join('; ')}`,
    ]
  }
  const isNull = (path: string) =>
    `Value null at '${path}' failed to satisfy constraint: Member must not be null`

  test('name every member that is missing', async () => {
    expect(errorOf(await client.send('SignUp', { Password: password }))).toEqual(
      failed(isNull('username')),
    )
    expect(errorOf(await client.raw(`${service}.ConfirmSignUp`, ''))).toEqual(
      failed(isNull('clientId'), isNull('username'), isNull('confirmationCode')),
    )
    const UserAttributes = [{ Value: 'x' }]
    expect(errorOf(await client.signUp(email, { UserAttributes }))).toEqual(
      failed(isNull('userAttributes.1.member.name')),
    )
  })

  test('show a value, but not a secret one', async () => {
    const request = { Username: email, ConfirmationCode: 'a b' }
    expect(errorOf(await client.send('ConfirmSignUp', request))).toEqual(
      failed(
        "Value 'a b' at 'confirmationCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+",
      ),
    )
    expect(errorOf(await client.signUp('a b'))).toEqual(
      failed(
        "Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
      ),
    )
    const { body } = await client.signUp(email, { Password: ' leading' })
    expect(body.message).toContain("Value at 'password' failed to satisfy constraint")
    const long = await client.signUp(email, { Password: 'a'.repeat(257) })
    expect(long.body.message).toContain('length less than or equal to 256')
  })

  test('list the values of an enumeration', async () => {
    const { body } = await client.initiate('PASSWORD', {})
    expect(body.message).toMatch(
      /^1 validation error detected: Value 'PASSWORD' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: \[USER_SRP_AUTH, /,
    )
  })
})

test('an unknown client does not exist', async () => {
  const requests: [string, object][] = [
    ['SignUp', { Username: email, Password: password }],
    ['ConfirmSignUp', { Username: email, ConfirmationCode: '1' }],
    ['ResendConfirmationCode', { Username: email }],
    ['InitiateAuth', { AuthFlow: 'USER_SRP_AUTH' }],
    ['RespondToAuthChallenge', { ChallengeName: 'PASSWORD_VERIFIER' }],
    ['GetTokensFromRefreshToken', { RefreshToken: 'x' }],
    ['RevokeToken', { Token: 'x' }],
  ]
  for (const [operation, request] of requests) {
    const isDeclared = operation !== 'RevokeToken'
    expect(errorOf(await client.send(operation, { ...request, ClientId: 'other' }))).toEqual([
      400,
      isDeclared ? 'ResourceNotFoundException' : 'UnauthorizedException',
      'User pool client other does not exist.',
    ])
  }
})

test('operations of administrators must be signed', async () => {
  const answer = await client.raw(`${service}.AdminGetUser`, '{}', false)
  expect(errorOf(answer)).toEqual([
    400,
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
  ])
})

test('preflight requests may name every method and header', async () => {
  const response = await sandbox.fetch(sandbox.config.endpoint, {
    method: 'OPTIONS',
    headers: { 'access-control-request-headers': 'x-amz-target,x-amz-user-agent' },
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-headers')).toBe('x-amz-target,x-amz-user-agent')
  expect(response.headers.get('access-control-allow-methods')).toContain('POST')
})

test('any origin and path will do in-process, and a signal aborts', async () => {
  const post = (url: string, signal?: AbortSignal) =>
    sandbox.fetch(new URL(url), {
      method: 'POST',
      headers: { 'x-amz-target': `${service}.GetUser` },
      body: '{}',
      ...(signal && { signal }),
    })
  expect((await post('https://cognito-idp.us-east-1.amazonaws.com//')).status).toBe(400)
  await expect(post('http://x/', AbortSignal.abort())).rejects.toThrow(/abort/)
  await client.control('POST', '/faults', { operation: '*', latencyMs: 5000 })
  await expect(post('http://x/', AbortSignal.timeout(20))).rejects.toThrow(/timeout/)
})

test('ids are chosen, or rejected', () => {
  const { config } = createSandbox({
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_Mine',
    userPoolClientId: 'mine',
    identityPoolId: 'eu-west-1:1234',
  })
  expect(config).toEqual({
    endpoint: 'http://sandbox.localhost',
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_Mine',
    userPoolClientId: 'mine',
    identityPoolId: 'eu-west-1:1234',
    identityEndpoint: 'http://sandbox.localhost',
    hostedUiOrigin: 'http://sandbox.localhost',
    controlUrl: 'http://sandbox.localhost/_control',
    loginWith: ['email'],
    signUpAttributes: [],
  })
  expect(createSandbox({ region: 'eu-west-1' }).config.userPoolId).toBe('eu-west-1_Sandbox01')
  expect(() => createSandbox({ userPoolId: 'pool' })).toThrow(/userPoolId/)
  expect(() => createSandbox({ userPoolClientId: '-' })).toThrow(/userPoolClientId/)
  expect(() => createSandbox({ pool: { MfaConfiguration: 'ON' } })).toThrow(/At least one of/)
})
