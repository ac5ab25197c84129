import { expect, test } from 'vitest'
import type { Operation, Requests } from '../../src/cognito/operations.ts'
import { type AuthFailure, endsChallenge, isSessionOver } from '../../src/errors/failure.ts'
import { type Answer, read } from './read-response.ts'

const rejectWith = (type: string, message = ''): Answer => ({ body: { __type: type, message } })

const ClientId = 'client'
const AccessToken = 'access'
const signUp = (Username: string, attributes: Record<string, string> = {}): Requests['SignUp'] => ({
  ClientId,
  Username,
  Password: 'Password1!',
  UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  ValidationData: [],
})
const signIn = (): Requests['InitiateAuth'] => ({
  AuthFlow: 'USER_SRP_AUTH',
  ClientId,
  AuthParameters: { USERNAME: 'ada', SRP_A: 'a' },
})
const respond = (
  ChallengeName: string,
  ChallengeResponses: Record<string, string>,
): Requests['RespondToAuthChallenge'] => ({ ClientId, ChallengeName, ChallengeResponses })
const confirm: Requests['ConfirmSignUp'] = { ClientId, Username: 'ada', ConfirmationCode: '1' }
const update = (name: string, value: string): Requests['UpdateUserAttributes'] => ({
  AccessToken,
  UserAttributes: [{ Name: name, Value: value }],
})

const at = (path: string, constraint: string, value = '') =>
  `Value${value} at '${path}' failed to satisfy constraint: ${constraint}`
const one = (path: string, constraint: string, value?: string) =>
  `1 validation error detected: ${at(path, constraint, value)}`
const pattern = String.raw`Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+`
const short = 'Member must have length greater than or equal to 1'
const long = 'Member must have length less than or equal to 256'

const invalid = <Op extends Operation>(
  message: string,
  operation: Op,
  request: Requests[Op],
  failure: object,
) => [message, operation, request, failure] as const

test.each([
  invalid(one('username', pattern, " 'a b'"), 'SignUp', signUp('a b'), {
    code: 'invalidUsername',
    field: 'username',
    message: 'The username has a form that is not accepted.',
  }),
  invalid(
    one('username', short, " ''"),
    'ForgotPassword',
    { ClientId, Username: '' },
    {
      code: 'invalidUsername',
      field: 'username',
      message: 'The username is too short.',
    },
  ),
  invalid(one('confirmationCode', pattern, " '1 2'"), 'ConfirmSignUp', confirm, {
    code: 'codeMismatch',
    field: 'code',
  }),
  invalid(
    one('userCode', 'Member must satisfy regular expression pattern: [0-9]+'),
    'VerifySoftwareToken',
    { AccessToken, UserCode: 'x' },
    { code: 'codeMismatch', field: 'code' },
  ),
  invalid(
    one('code', short),
    'VerifyUserAttribute',
    { AccessToken, AttributeName: 'email', Code: '' },
    { code: 'codeMismatch', field: 'code' },
  ),
  invalid(one('password', long), 'SignUp', signUp('ada'), {
    code: 'invalidPassword',
    field: 'password',
    rule: 'maxLength',
    message: 'The password is too long.',
  }),
  invalid(one('password', pattern), 'SignUp', signUp('ada'), { rule: 'trimmed' }),
  invalid(
    one('proposedPassword', 'Member must have length greater than or equal to 6'),
    'ChangePassword',
    { AccessToken, PreviousPassword: 'a', ProposedPassword: 'b' },
    { code: 'invalidPassword', field: 'password', rule: 'minLength' },
  ),
  invalid(
    one('previousPassword', pattern),
    'ChangePassword',
    { AccessToken, PreviousPassword: 'a', ProposedPassword: 'b' },
    {
      code: 'incorrectPreviousPassword',
      field: 'previousPassword',
      message: 'The previous password has a form that is not accepted.',
    },
  ),
  invalid(
    `2 validation errors detected: ${at('clientId', pattern)}; ${at('confirmationCode', pattern)}`,
    'ConfirmSignUp',
    confirm,
    { code: 'codeMismatch', field: 'code' },
  ),
  invalid(
    one('userAttributes.2.member.value', 'Member must have length less than or equal to 2048'),
    'SignUp',
    signUp('ada', { email: 'ada@example.com', 'custom:shoe': '9' }),
    {
      code: 'invalidAttribute',
      attribute: 'custom:shoe',
      field: 'attributes.custom:shoe',
      message: 'The custom:shoe is too long.',
    },
  ),
  invalid(one('clientId', pattern, " 'a b'"), 'SignUp', signUp('ada'), { code: 'notConfigured' }),
  invalid(one('session', 'Member must not be null', ' null'), 'InitiateAuth', signIn(), {
    code: 'challengeExpired',
  }),
  invalid('Username should be either an email or a phone number.', 'SignUp', signUp('ada'), {
    code: 'invalidUsername',
    field: 'username',
  }),
  invalid('Username should be an email.', 'SignUp', signUp('ada'), {
    code: 'invalidEmail',
    field: 'username',
  }),
  invalid('Username should be a phone number.', 'SignUp', signUp('ada'), {
    code: 'invalidPhoneNumber',
    field: 'username',
  }),
  invalid(
    'Username cannot be of email format, since user pool is configured for email alias.',
    'SignUp',
    signUp('ada@example.com'),
    { code: 'invalidUsername', field: 'username' },
  ),
  invalid('Missing required parameter USERNAME', 'InitiateAuth', signIn(), {
    code: 'invalidUsername',
    field: 'username',
    message: 'The username is missing.',
  }),
  invalid('Missing required parameter PASSWORD', 'InitiateAuth', signIn(), {
    code: 'incorrectCredentials',
    field: 'password',
  }),
  invalid(
    'Missing required parameter SMS_MFA_CODE',
    'RespondToAuthChallenge',
    respond('SMS_MFA', {}),
    {
      code: 'codeMismatch',
      field: 'code',
    },
  ),
  invalid(
    'Missing required parameter ANSWER',
    'RespondToAuthChallenge',
    respond('CUSTOM_CHALLENGE', {}),
    {
      field: 'answer',
    },
  ),
  invalid(
    'Missing required parameter NEW_PASSWORD',
    'RespondToAuthChallenge',
    respond('NEW_PASSWORD_REQUIRED', {}),
    {
      code: 'invalidPassword',
      field: 'password',
    },
  ),
])('%s', async (message, operation, request, failure) => {
  const found = await read(operation, request, rejectWith('InvalidParameterException', message))
  expect(found).toMatchObject(failure)
  const isForPeople = 'field' in found
  if (isForPeople) expect(found.message).not.toContain('regular expression')
})

test.each([
  ['SignUp', signUp('ada', { phone_number: '1' }), 'attributes.phone_number'],
  ['UpdateUserAttributes', update('phone_number', '1'), 'attributes.phone_number'],
  [
    'RespondToAuthChallenge',
    respond('NEW_PASSWORD_REQUIRED', { NEW_PASSWORD: 'x', 'userAttributes.phone_number': '1' }),
    'attributes.phone_number',
  ],
] as const)('%s says which attribute is no phone number', async (operation, request, field) => {
  const answer = rejectWith('InvalidParameterException', 'Invalid phone number format.')
  expect(await read(operation, request, answer)).toMatchObject({
    code: 'invalidPhoneNumber',
    attribute: 'phone_number',
    field,
  })
})

test.each([
  ['SignUp', signUp('ada', { email: 'x' }), { attribute: 'email', field: 'attributes.email' }],
  ['SignUp', signUp('x', { email: 'x' }), { attribute: 'email', field: 'username' }],
  ['SignUp', signUp('x'), { field: 'username' }],
  ['RespondToAuthChallenge', respond('MFA_SETUP', { EMAIL: 'x' }), { field: 'email' }],
] as const)('%s %o says where the e-mail was typed', async (operation, request, found) => {
  const answer = rejectWith('InvalidParameterException', 'Invalid email address format.')
  expect(await read(operation, request, answer)).toMatchObject({ code: 'invalidEmail', ...found })
})

test('an e-mail that another user has is the attribute, or the user name where it was typed as one', async () => {
  const taken = 'An account with the given email already exists.'
  const exists = rejectWith('UsernameExistsException', taken)
  expect(await read('SignUp', signUp('ada', { email: 'x@y.z' }), exists)).toMatchObject({
    code: 'usernameExists',
    field: 'attributes.email',
  })
  expect(await read('SignUp', signUp('x@y.z', { email: 'x@y.z' }), exists)).toMatchObject({
    field: 'username',
  })
  const alias = rejectWith('AliasExistsException', taken)
  expect(await read('UpdateUserAttributes', update('email', 'x@y.z'), alias)).toMatchObject({
    code: 'aliasExists',
    field: 'attributes.email',
  })
  // The screen of the code has no user name.
  expect(await read('ConfirmSignUp', confirm, alias)).not.toHaveProperty('field')
})

test.each(['NotAuthorizedException', 'InvalidParameterException'])(
  'a client that is set up otherwise is for the developer, in their words, and ends nothing: %s',
  async (type) => {
    for (const message of [
      'Client abc is configured with secret but SECRET_HASH was not received',
      'Unable to verify secret hash for client abc',
      'SecretHash does not match for the client: abc',
      'SignUp is not permitted for this user pool',
      'USER_SRP_AUTH is not enabled for the client.',
      'USER_PASSWORD_AUTH flow not enabled for this client',
      'Auth flow not enabled for this client',
      'Invalid ClientId',
      'Invalid client id',
      'Unable to authenticate client',
      'Refresh token rotation is enabled for this client',
      'Unsupported auth flow',
      'SMS configuration is missing',
      'UserPoolId is not valid',
    ]) {
      const request = { ClientId, RefreshToken: 'r' }
      const failure = await read('GetTokensFromRefreshToken', request, rejectWith(type, message))
      expect(failure).toMatchObject({ code: 'notConfigured', message, retryable: false })
      if ('code' in failure) expect(isSessionOver(failure)).toBe(false)
    }
  },
)

test.each([
  [
    'RespondToAuthChallenge',
    respond('SMS_MFA', { SMS_MFA_CODE: '1' }),
    'NotAuthorizedException',
    'Invalid code or auth state for the user.',
    { code: 'codeMismatch', field: 'code' },
  ],
  [
    'RespondToAuthChallenge',
    respond('SMS_MFA', { SMS_MFA_CODE: '1' }),
    'InvalidParameterException',
    'Invalid session provided',
    { code: 'challengeExpired' },
  ],
  [
    'InitiateAuth',
    signIn(),
    'InvalidParameterException',
    'Incorrect username or password.',
    { code: 'incorrectCredentials', field: 'password' },
  ],
  [
    'SignUp',
    signUp('ada'),
    'InvalidParameterException',
    'Password did not conform with policy: Password not long enough',
    { code: 'invalidPassword', field: 'password' },
  ],
  [
    'SignUp',
    signUp('ada', { 'custom:x': '1' }),
    'InvalidParameterException',
    'Attributes did not conform to the schema: Type for attribute {custom:x} could not be determined',
    { code: 'invalidAttribute', attribute: 'custom:x', field: 'attributes.custom:x' },
  ],
  [
    'ConfirmSignUp',
    confirm,
    'ValidationException',
    one('confirmationCode', short),
    { code: 'codeMismatch', field: 'code', message: 'The code is too short.' },
  ],
] as const)('%s %o: the message counts, not the exception: %s, %s', async (...row) => {
  const [operation, request, type, message, found] = row
  expect(await read(operation, request, rejectWith(type, message))).toMatchObject(found)
})

test('a code that is rejected as not authorized may be typed again', async () => {
  const answer = rejectWith('NotAuthorizedException', 'Invalid code or auth state for the user.')
  const failure = await read('RespondToAuthChallenge', respond('SMS_MFA', {}), answer)
  expect(endsChallenge(failure as AuthFailure)).toBe(false)
})

test('a user who is confirmed is no stranger', async () => {
  for (const message of [
    'User cannot confirm because user status is not UNCONFIRMED.',
    'User cannot be confirmed. Current status is CONFIRMED',
    'User cannot be confirmed. Current status is RESET_REQUIRED',
  ]) {
    const answer = rejectWith('NotAuthorizedException', message)
    expect(await read('ConfirmSignUp', confirm, answer)).toMatchObject({ code: 'alreadyConfirmed' })
  }
})

test.each([
  ['NotAuthorizedException', 'PreAuthentication failed with error Email not verified.'],
  ['UserLambdaValidationException', 'PreSignUp failed with error Email not verified.'],
  ['InvalidParameterException', 'CustomMessage failed with error Email not verified. '],
])('what a trigger said stands apart: %s', async (type, message) => {
  expect(await read('InitiateAuth', signIn(), rejectWith(type, message))).toMatchObject({
    code: 'refusedByTrigger',
    said: 'Email not verified',
    message,
  })
})

test.each([
  [503, { __type: 'ServiceUnavailable' }, 'serviceError', true],
  [500, { __type: 'InternalFailure' }, 'serviceError', true],
  [500, { __type: 'com.amazon.coral.service#InternalFailureException' }, 'serviceError', true],
  [502, { __type: 'NobodyKnows' }, 'serviceError', true],
  [500, { message: 'x' }, 'serviceError', true],
  [400, { __type: 'OperationNotEnabledException' }, 'notAvailable', true],
  [400, { __type: 'ThrottlingException' }, 'throttled', true],
  [400, { __type: 'RequestLimitExceeded' }, 'throttled', true],
  [400, { __type: 'SlowDown' }, 'throttled', true],
  [403, { __type: 'AccessDeniedException' }, 'forbidden', false],
  [403, { message: 'Forbidden' }, 'forbidden', false],
  [400, { __type: 'RequestExpired' }, 'timeout', true],
  [403, { __type: 'IncompleteSignature' }, 'notConfigured', false],
  [403, { __type: 'OptInRequired' }, 'notConfigured', false],
  [400, { __type: 'MissingAction' }, 'notConfigured', false],
  [400, { __type: 'InvalidAction' }, 'notConfigured', false],
  [404, { __type: 'MalformedQueryString' }, 'notConfigured', false],
  [403, { __type: 'MissingAuthenticationTokenException' }, 'notConfigured', false],
  [400, { __type: 'ValidationError' }, 'invalidParameter', false],
  [400, { __type: 'ValidationException' }, 'invalidParameter', false],
  [400, { __type: 'NotAuthorized' }, 'notAuthorized', false],
  [403, { __type: 'UnrecognizedClientException' }, 'notAuthorized', false],
  [403, { __type: 'InvalidClientTokenId' }, 'notAuthorized', false],
  [403, { __type: 'ExpiredTokenException' }, 'notAuthorized', false],
  [400, { __type: 'InternalServerException' }, 'serviceError', true],
  [400, { __type: 'ServiceQuotaExceededException' }, 'limitExceeded', true],
  [400, { __type: 'UserImportInProgressException' }, 'conflict', true],
  [400, { __type: 'PreconditionNotMetException' }, 'conflict', false],
  [400, { __type: 'InvalidOAuthFlowException' }, 'notConfigured', false],
  [400, { code: 'ThrottlingException' }, 'throttled', true],
  [413, { message: 'Request Too Long' }, 'invalidParameter', false],
  [400, { __type: 'BrandNewException' }, 'unknown', false],
] as const)('%i %o is %s', async (status, body, code, retryable) => {
  const request = { ClientId, RefreshToken: 'r' }
  const failure = await read('GetTokensFromRefreshToken', request, { status, body })
  expect(failure).toMatchObject({ code, retryable })
  if ('code' in failure) expect(isSessionOver(failure)).toBe(false)
})

test('hostile validation errors are read quickly, and show nothing long', async () => {
  const hostile = [
    "at '".repeat(100_000),
    `1 validation error detected: Value '${"' at '".repeat(50_000)}`,
    `Value at 'userAttributes.${'x'.repeat(100_000)}' failed to satisfy constraint: y`,
    "Value at 'userAttributes.9.member.value' failed to satisfy constraint: Member must not be null",
    "Value at '__proto__' failed to satisfy constraint: y",
    `Missing required parameter ${'x'.repeat(100_000)}`,
    'An account with the '.repeat(20_000),
  ]
  for (const message of hostile) {
    const start = performance.now()
    const failure = await read(
      'SignUp',
      signUp('ada'),
      rejectWith('InvalidParameterException', message),
    )
    expect(performance.now() - start).toBeLessThan(500)
    expect(failure).toMatchObject({ code: expect.any(String) })
    expect(JSON.stringify(failure).length).toBeLessThan(4_000)
  }
})
