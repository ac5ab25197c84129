import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/index.ts'
import { type Exchange, problemsOf } from './check-exchange.ts'
import { judgedFetch } from './judged-fetch.ts'

const clientId = 'client'
const tokens = { AccessToken: 'a', IdToken: 'i', ExpiresIn: 3600, TokenType: 'Bearer' }
const signIn = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId }

const success = (operation: string, request: object, response: object): Exchange => ({
  operation,
  request: JSON.stringify(request),
  status: 200,
  headers: new Headers(),
  response: JSON.stringify(response),
})

const failure = (
  operation: string,
  request: object,
  type: string,
  more: object = {},
): Exchange => ({
  ...success(operation, request, { __type: type, message: 'm', ...more }),
  status: 400,
  headers: new Headers({ 'x-amzn-errortype': `${type}:` }),
})

test('passes what is right', () => {
  expect(problemsOf(success('InitiateAuth', signIn, { AuthenticationResult: tokens }))).toEqual([])
  expect(problemsOf(failure('InitiateAuth', signIn, 'NotAuthorizedException'))).toEqual([])
  expect(problemsOf(failure('Nonsense', {}, 'UnknownOperationException'))).toEqual([])
  expect(problemsOf(failure('InitiateAuth', {}, 'InvalidParameterException'))).toEqual([])
})

test.each<[string, Exchange, string]>([
  [
    'an unknown member of an answer',
    success('InitiateAuth', signIn, { AuthenticationResult: { ...tokens, Scope: 'x' } }),
    'InitiateAuth response.AuthenticationResult.Scope: no member of AuthenticationResultType',
  ],
  [
    'an unknown member of a request',
    success('InitiateAuth', { ...signIn, Flow: 'x' }, {}),
    'InitiateAuth request.Flow: no member of InitiateAuthRequest',
  ],
  [
    'a wrong type',
    success('InitiateAuth', signIn, { AuthenticationResult: { ...tokens, ExpiresIn: '3600' } }),
    'InitiateAuth response.AuthenticationResult.ExpiresIn: expected a number, got a string',
  ],
  [
    'a wrong type inside a map',
    success('InitiateAuth', signIn, { ChallengeParameters: { SALT: 1 } }),
    'InitiateAuth response.ChallengeParameters.SALT: expected a string, got a number',
  ],
  [
    'null in an answer',
    success('InitiateAuth', signIn, { Session: null }),
    'InitiateAuth response.Session: expected a string, got null',
  ],
  [
    'a time that is no number',
    success(
      'AdminCreateUser',
      { UserPoolId: 'p', Username: 'u' },
      { User: { UserCreateDate: 'x' } },
    ),
    'AdminCreateUser response.User.UserCreateDate: expected epoch seconds, got a string',
  ],
  [
    'a time in milliseconds',
    success(
      'AdminCreateUser',
      { UserPoolId: 'p', Username: 'u' },
      { User: { UserCreateDate: 1_700_000_000_000 } },
    ),
    'AdminCreateUser response.User.UserCreateDate: 1700000000000 is no time in seconds',
  ],
  [
    'a missing member of a request that was accepted',
    success('GetUser', {}, { Username: 'u', UserAttributes: [] }),
    'GetUser request.AccessToken: required by GetUserRequest, but missing',
  ],
  [
    'a missing member of an answer',
    success('GetUser', { AccessToken: 'a' }, { Username: 'u' }),
    'GetUser response.UserAttributes: required by GetUserResponse, but missing',
  ],
  [
    'an operation that is none',
    success('Nonsense', {}, {}),
    'Nonsense is no operation, but was answered',
  ],
  [
    'an error that is not declared',
    failure('InitiateAuth', signIn, 'CodeMismatchException'),
    'InitiateAuth response.__type: CodeMismatchException is not declared for this operation',
  ],
  [
    'an unknown member of an error',
    failure('InitiateAuth', signIn, 'NotAuthorizedException', { hint: 'x' }),
    'InitiateAuth response.hint: no member of NotAuthorizedException',
  ],
  [
    'an error with the status of the model instead of the wire',
    { ...failure('InitiateAuth', signIn, 'NotAuthorizedException'), status: 403 },
    'InitiateAuth response: NotAuthorizedException came with status 403',
  ],
  [
    'an invalid request that was rejected for another reason',
    failure('InitiateAuth', { ClientId: clientId }, 'NotAuthorizedException'),
    'InitiateAuth request.AuthFlow: required by InitiateAuthRequest, but missing',
  ],
])('finds %s', (_, exchange, problem) => {
  expect(problemsOf(exchange)).toEqual([problem])
})

test.each<[string, object, object, RegExp]>([
  ['a member', { ...signIn, AuthFlow: 'PASSWORD' }, {}, /request\.AuthFlow: 'PASSWORD' is none of/],
  [
    'a list',
    signIn,
    { AvailableChallenges: ['SMS'] },
    /AvailableChallenges\[0\]: 'SMS' is none of/,
  ],
])('finds an illegal value of an enum in %s', (_, request, response, problem) => {
  const problems = problemsOf(success('InitiateAuth', request, response))
  expect(problems).toEqual([expect.stringMatching(problem)])
})

test('a judged fetch rejects what the model does not know, but not while faults are set', async () => {
  const sandbox = createSandbox()
  const { endpoint, controlUrl, userPoolClientId } = sandbox.config
  const fetch = judgedFetch(async (input, init) => {
    const isOperation = input instanceof Request && input.headers.has('x-amz-target')
    const response = await sandbox.fetch(input, init)
    if (!isOperation) return response
    return Response.json(Object.assign({ Extra: 1 }, await response.json()))
  })
  const send = () =>
    fetch(endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ResendConfirmationCode' },
      body: JSON.stringify({ ClientId: userPoolClientId, Username: 'jane@example.com' }),
    })
  await expect(send()).rejects.toThrow(
    'ResendConfirmationCode response.Extra: no member of ResendConfirmationCodeResponse',
  )
  const fault = { operation: 'SignUp', status: 500 }
  await fetch(`${controlUrl}/faults`, { method: 'POST', body: JSON.stringify(fault) })
  expect((await send()).status).toBe(200)
  await fetch(`${controlUrl}/faults`, { method: 'DELETE' })
  await expect(send()).rejects.toThrow('Not by the service model')
})
