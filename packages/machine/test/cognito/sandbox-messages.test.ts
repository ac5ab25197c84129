import { createSandbox, type Triggers } from '@authchart/sandbox'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cognitoClient } from '../../src/cognito/client.ts'
import { type Operation, operations, type Requests } from '../../src/cognito/operations.ts'
import { type AuthFailure, type FailureField, toFailure } from '../../src/errors/failure.ts'
import { reachedFrom, sandboxMessages } from '../support/sandbox-messages.ts'

const signal = new AbortController().signal
const ClientId = 'sandboxclient0000000000001'
const AccessToken = 'a.b.c'
const Session = 'session-of-a-challenge'
const Username = 'ada@example.com'

/** A request of each operation, with all that a person can have typed into it. */
const requests: Requests = {
  InitiateAuth: {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME: Username, PASSWORD: 'Correct-horse-7' },
  },
  RespondToAuthChallenge: {
    ClientId,
    Session,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeResponses: {
      USERNAME: Username,
      NEW_PASSWORD: 'Correct-horse-7',
      'userAttributes.email': Username,
      'userAttributes.phone_number': '+15550100200',
    },
  },
  SignUp: {
    ClientId,
    Username,
    Password: 'Correct-horse-7',
    UserAttributes: [
      { Name: 'email', Value: 'ada@example.org' },
      { Name: 'phone_number', Value: '+15550100200' },
    ],
    ValidationData: [],
  },
  ConfirmSignUp: { ClientId, Username, ConfirmationCode: '123456' },
  ResendConfirmationCode: { ClientId, Username },
  ForgotPassword: { ClientId, Username },
  ConfirmForgotPassword: {
    ClientId,
    Username,
    ConfirmationCode: '123456',
    Password: 'Correct-horse-7',
  },
  AssociateSoftwareToken: { Session },
  VerifySoftwareToken: { Session, UserCode: '123456', FriendlyDeviceName: 'My phone' },
  GetTokensFromRefreshToken: { ClientId, RefreshToken: 'a.b.c.d.e' },
  RevokeToken: { ClientId, Token: 'a.b.c.d.e' },
  GlobalSignOut: { AccessToken },
  GetUser: { AccessToken },
  UpdateUserAttributes: {
    AccessToken,
    UserAttributes: [
      { Name: 'email', Value: 'ada@example.org' },
      { Name: 'phone_number', Value: '+15550100200' },
    ],
  },
  DeleteUserAttributes: { AccessToken, UserAttributeNames: ['email'] },
  GetUserAttributeVerificationCode: { AccessToken, AttributeName: 'email' },
  VerifyUserAttribute: { AccessToken, AttributeName: 'email', Code: '123456' },
  ChangePassword: {
    AccessToken,
    PreviousPassword: 'Correct-horse-7',
    ProposedPassword: 'Correct-horse-8',
  },
  SetUserMFAPreference: { AccessToken },
  ConfirmDevice: {
    AccessToken,
    DeviceKey: 'eu-west-1_0',
    DeviceSecretVerifierConfig: { PasswordVerifier: 'x', Salt: 'x' },
  },
  ListDevices: { AccessToken, Limit: 60 },
  UpdateDeviceStatus: {
    AccessToken,
    DeviceKey: 'eu-west-1_0',
    DeviceRememberedStatus: 'remembered',
  },
  ForgetDevice: { AccessToken, DeviceKey: 'eu-west-1_0' },
  GetUserAuthFactors: { AccessToken },
  ListWebAuthnCredentials: { AccessToken, MaxResults: 20 },
  StartWebAuthnRegistration: { AccessToken },
  CompleteWebAuthnRegistration: { AccessToken, Credential: { id: 'passkey' } },
  DeleteWebAuthnCredential: { AccessToken, CredentialId: 'passkey' },
  DeleteUser: { AccessToken },
}

/** The fields of the screens that send a request, as far as its person types what is sent. */
const fieldsOf: Partial<Record<Operation, readonly FailureField[]>> = {
  InitiateAuth: ['username', 'password'],
  RespondToAuthChallenge: [
    'username',
    'password',
    'code',
    'answer',
    'email',
    'attributes.email',
    'attributes.phone_number',
    'attributes.preferred_username',
    'attributes.custom:shoe',
  ],
  SignUp: [
    'username',
    'password',
    'attributes.email',
    'attributes.phone_number',
    'attributes.preferred_username',
    'attributes.custom:shoe',
  ],
  ConfirmSignUp: ['code'],
  ForgotPassword: ['username'],
  ConfirmForgotPassword: ['code', 'password'],
  VerifySoftwareToken: ['code', 'deviceName'],
  UpdateUserAttributes: [
    'attributes.email',
    'attributes.phone_number',
    'attributes.preferred_username',
    'attributes.custom:shoe',
  ],
  VerifyUserAttribute: ['code'],
  ChangePassword: ['previousPassword', 'password'],
}

async function readAnswer<Op extends Operation>(
  operation: Op,
  request: Requests[Op],
  fetch: typeof globalThis.fetch,
  endpoint = 'https://cognito.test/',
): Promise<AuthFailure | undefined> {
  try {
    await cognitoClient(endpoint, fetch)(operation, request, { signal })
    return undefined
  } catch (error) {
    return toFailure(error)
  }
}

const read = (operation: Operation, type: string, message: string) =>
  readAnswer(operation, requests[operation], async () =>
    Response.json({ __type: type, message }, { status: 400 }),
  )

/** Texts that the scan finds no end of: the sandbox composes them. */
const composed: Readonly<Record<string, readonly string[]>> = {
  'Attributes did not conform to the schema: X': [
    'Attributes did not conform to the schema: preferred_username: The attribute is required\n',
    'Attributes did not conform to the schema: custom:shoe: String must be at least 1 characters\n',
    'Attributes did not conform to the schema: custom:shoe: Value must be a number\ncustom:hat: Number must be at least 1\n',
  ],
  'Password does not conform to policy: X': [
    'Password does not conform to policy: Password not long enough',
    'Password does not conform to policy: Password must have uppercase characters',
    'Password does not conform to policy: Password must have symbol characters',
  ],
  X: [
    'user.email: Attribute cannot be updated.\n',
    'user.email: Required attribute cannot be deleted.\n',
    'user.custom:shoe: Attribute does not exist in the schema.\n',
    'USER_AUTH flow not enabled for this client',
  ],
}

/** Validation errors come from real requests, below. */
const isComposedHere = (message: string) => !message.startsWith('X validation')

/** Messages about values that users do not type: the client builds them, or an administrator set them. */
const oursAlone = [
  /^Missing required parameter (SRP_A|DEVICE_KEY|TIMESTAMP|PASSWORD_CLAIM_\w+)$/,
  /^Invalid SRP_A$/,
  /^TIMESTAMP format/,
  /^Either AccessToken or Session is required\.$/,
  /^The challenge \w+ is not supported by the sandbox\.$/,
  // The sandbox's own, of its control address.
  /^The user has no email for the forced X\.$/,
  /^\w+ is required to verify\/un-verify \w+$/,
  /^REFRESH_TOKEN_AUTH is not available while/,
]

/** Reached by imports alone: these throw at requests of administrators and of the control address. */
const administrators = [
  'sign-in/forced-challenge.ts',
  'input/paging.ts',
  'pool/options/patch-pool-options.ts',
]

const cases = (Object.keys(operations) as Operation[]).flatMap((operation) => {
  const file = `operations/${operation
    .replace(/MFA/, 'Mfa')
    .replaceAll(/(?!^)[A-Z]/g, '-$&')
    .toLowerCase()}.ts`
  const reached = reachedFrom(file)
  const found = sandboxMessages.filter(
    ({ file: at }) => reached.has(at) && !administrators.includes(at),
  )
  const messages = found
    .filter(({ message }) => isComposedHere(message))
    .flatMap(({ type, message }) => (composed[message] ?? [message]).map((text) => [type, text]))
  const unique = [...new Map(messages.map((one) => [one.join(': '), one])).values()]
  return unique.map(([type = '', message = '']) => [operation, type, message] as const)
})

test('the scan of the sandbox finds what it throws', () => {
  expect(cases.length).toBeGreaterThan(400)
  const all = cases.map(([operation, type, message]) => `${operation} ${type}: ${message}`)
  for (const known of [
    'SignUp NotAuthorizedException: SignUp is not permitted for this user pool',
    'SignUp UserLambdaValidationException: PreSignUp failed with error X.',
    'InitiateAuth InvalidParameterException: Missing required parameter USERNAME',
    'InitiateAuth InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
    'SignUp InvalidParameterException: Username should be a phone number.',
    'ConfirmSignUp NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
  ]) {
    expect(all).toContain(known)
  }
  // What is new and has no end here needs a sample above.
  const open = sandboxMessages.filter(({ message }) => /(^|: )X$/.test(message))
  const reachable = open.filter(({ message }) => isComposedHere(message))
  const known = [
    ...Object.keys(composed),
    'advanceMs: X',
    'SecretHash does not match for the client: X',
  ]
  expect(reachable.map(({ message }) => message).filter((one) => !known.includes(one))).toEqual([])
})

describe.each([...new Set(cases.map(([operation]) => operation))])('%s', (operation) => {
  test.each(cases.filter(([of]) => of === operation).map(([, ...message]) => message))(
    '%s: %s',
    async (type, message) => {
      const failure = await read(operation, type, message)
      expect(failure?.code).not.toBe('unknown')
      const { code, field } = failure ?? {}
      const fields = fieldsOf[operation]
      const isTyped = fields && !oursAlone.some((pattern) => pattern.test(message))
      if (isTyped && code === 'invalidParameter') expect(field).toBeDefined()
      // The failure names only fields of the screen.
      if (field) expect(fields ?? []).toContain(field)
      expect(String(failure?.message)).not.toContain('regular expression')
    },
  )
})

/** What people type, each of it wrong somewhere. */
const typed = [
  '',
  ' ',
  'a b',
  ' Correct-horse-7',
  'Correct-horse-7 ',
  '1',
  'x'.repeat(257),
  'x'.repeat(3_000),
  '\u0000\u200b',
  "x' at 'clientId' failed to satisfy constraint: y; Value 'z",
]

/** Where it is typed, and the field that this is. */
const places: readonly (readonly [Operation, string, FailureField])[] = [
  ['SignUp', 'Username', 'username'],
  ['SignUp', 'Password', 'password'],
  ['ForgotPassword', 'Username', 'username'],
  ['ConfirmSignUp', 'ConfirmationCode', 'code'],
  ['ConfirmForgotPassword', 'ConfirmationCode', 'code'],
  ['ConfirmForgotPassword', 'Password', 'password'],
  ['VerifySoftwareToken', 'UserCode', 'code'],
  ['VerifyUserAttribute', 'Code', 'code'],
  ['ChangePassword', 'PreviousPassword', 'previousPassword'],
  ['ChangePassword', 'ProposedPassword', 'password'],
]

function open(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox(options)
  onTestFinished(() => sandbox.close())
  const send = <Op extends Operation>(operation: Op, request: Requests[Op]) =>
    readAnswer(
      operation,
      request,
      (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
      sandbox.config.endpoint,
    )
  return { sandbox, send }
}

describe.each(places)('%s with a wrong %s', (operation, member, field) => {
  test.each(typed)('%j', async (value) => {
    const { send } = open()
    const failure = await send(operation, { ...requests[operation], [member]: value } as never)
    expect(failure?.code).not.toBe('unknown')
    expect(String(failure?.message)).not.toContain('regular expression')
    if (failure?.cause instanceof Error && failure.cause.message.includes('validation error')) {
      expect(failure).toMatchObject({ field })
      expect(failure.code).not.toBe('invalidParameter')
    }
  })
})

test.each([
  ['email', { UsernameAttributes: ['email'] }],
  ['phone_number', { UsernameAttributes: ['phone_number'] }],
  ['either', { UsernameAttributes: ['email', 'phone_number'] }],
] as const)('a user name that is no %s is rejected at its field', async (_, pool) => {
  const { send } = open({ pool })
  const failure = await send('SignUp', { ...requests.SignUp, Username: 'ada', UserAttributes: [] })
  expect(failure).toMatchObject({ field: 'username', code: expect.stringMatching(/^invalid/) })
})

test('several errors in one message lead to the first that a person can mend', async () => {
  const { send } = open()
  const request = { ...requests.ConfirmForgotPassword, ConfirmationCode: '', Password: ' ' }
  const failure = await send('ConfirmForgotPassword', request)
  expect(failure).toMatchObject({ code: 'codeMismatch', field: 'code' })
  expect(String(failure?.cause)).toMatch(/[2-9] validation errors detected: .*; /)
})

test('an attribute that is too long is rejected at its field', async () => {
  const { send } = open({ pool: { UsernameAttributes: [] } })
  const UserAttributes = [
    { Name: 'email', Value: 'ada@example.org' },
    { Name: 'name', Value: 'x'.repeat(2_049) },
  ]
  expect(await send('SignUp', { ...requests.SignUp, UserAttributes })).toMatchObject({
    code: 'invalidAttribute',
    attribute: 'name',
    field: 'attributes.name',
    message: 'The name is too long.',
  })
})

test('a client with a secret, or without a flow, is for the developer', async () => {
  const pool = { ClientSecret: 'abcdefghijklmnopqrstuvwxyz0123456789' }
  const secret = open({ pool })
  for (const operation of ['InitiateAuth', 'SignUp', 'ConfirmSignUp', 'ForgotPassword'] as const) {
    const failure = await secret.send(operation, requests[operation])
    expect(failure).toMatchObject({ code: 'notConfigured', message: /SECRET_HASH/ })
  }
  const closed = open({
    pool: { ExplicitAuthFlows: [], AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
  })
  for (const operation of ['InitiateAuth', 'SignUp'] as const) {
    const failure = await closed.send(operation, requests[operation])
    expect(failure).toMatchObject({ code: 'notConfigured' })
  }
})

test.each<[keyof Triggers, Operation]>([
  ['preSignUp', 'SignUp'],
  ['customMessage', 'SignUp'],
])('%s rejects with a message of its own', async (trigger, operation) => {
  const reject = () => {
    throw new Error('Not from here')
  }
  const { send } = open({ triggers: { [trigger]: reject } })
  expect(await send(operation, requests[operation])).toMatchObject({
    code: 'refusedByTrigger',
    said: 'Not from here',
  })
})
