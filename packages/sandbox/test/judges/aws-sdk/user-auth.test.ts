import {
  AdminGetUserAuthFactorsCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AuthFactorType,
  AuthFlowType,
  ChallengeNameType,
  ChangePasswordCommand,
  CodeMismatchException,
  ConfirmSignUpCommand,
  FeatureUnavailableInTierException,
  ForgotPasswordCommand,
  GetUserAuthFactorsCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandInput,
  InvalidParameterException,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  SetUserPoolMfaConfigCommand,
  SignUpCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeEach, describe, expect, test } from 'vitest'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'
import { tokensOf } from '../support/sdk-sign-in.ts'
import { administrator, phone } from '../support/users.ts'

const judged = useJudgedSandbox()
const { userPoolId: UserPoolId, userPoolClientId: ClientId } = judged.sandbox.config

let client: ReturnType<typeof createSdkClient>
let Username: string

const updatePool = (AllowedFirstAuthFactors: AuthFactorType[]) =>
  client.send(
    new UpdateUserPoolCommand({
      UserPoolId,
      Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
    }),
  )

beforeEach(async () => {
  client = createSdkClient(judged.config)
  await judged.setPool({ Passwordless: true, MfaConfiguration: 'OFF' })
  Username = judged.newEmail()
})

const initiate = (
  parameters: Record<string, string> = {},
  more: Partial<InitiateAuthCommandInput> = {},
) =>
  client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: AuthFlowType.USER_AUTH,
      AuthParameters: { USERNAME: Username, ...parameters },
      ...more,
    }),
  )

const respond = (
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  responses: Record<string, string>,
) =>
  client.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: Username, ...responses },
    }),
  )

/** Signs up without a password and confirms; returns the Session. */
async function signUp() {
  const answer = await client.send(new SignUpCommand({ ClientId, Username }))
  const ConfirmationCode = await judged.codeFor(Username)
  const confirm = new ConfirmSignUpCommand({
    ClientId,
    Username,
    ConfirmationCode,
    Session: answer.Session,
  })
  return (await client.send(confirm)).Session
}

const { EMAIL_OTP, SELECT_CHALLENGE, SMS_OTP } = ChallengeNameType

test('UpdateUserPoolClient opens USER_AUTH, UpdateUserPool the factors', async () => {
  await judged.setPool({ Passwordless: false })
  await expectException(
    initiate(),
    InvalidParameterException,
    'USER_AUTH flow not enabled for this client',
  )
  const { UserPoolClient } = await client.send(
    new UpdateUserPoolClientCommand({
      UserPoolId,
      ClientId,
      ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AuthSessionValidity: 5,
    }),
  )
  expect(UserPoolClient).toMatchObject({
    ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    AuthSessionValidity: 5,
  })
  Username = await administrator(judged).confirmed()
  expect((await initiate()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  await updatePool(['PASSWORD', 'EMAIL_OTP'])
  expect((await initiate()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'])
  const factors = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }
  expect(tokensOf(await initiate(factors)).AccessToken).toBeTruthy()
  await judged.setPool({ AuthSessionValidity: 3 })
})

test('the exclusions have their exceptions', async () => {
  const required = new SetUserPoolMfaConfigCommand({
    UserPoolId,
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await expectException(
    client.send(required),
    InvalidParameterException,
    'EMAIL_OTP and SMS_OTP cannot be first factors while MFA is required.',
  )
  await expectException(
    client.send(new UpdateUserPoolCommand({ UserPoolId, UserPoolTier: 'LITE' })),
    FeatureUnavailableInTierException,
    'Passwordless sign-in requires the feature plan ESSENTIALS or PLUS.',
  )
})

describe('sign-up without a password', () => {
  test('leads by the Session to the tokens', async () => {
    const { AuthenticationResult } = await initiate({}, { Session: await signUp() })
    expect(AuthenticationResult?.RefreshToken).toBeTruthy()
  })

  test('its user sets a password, and cannot reset one before', async () => {
    const { AccessToken } = tokensOf(await initiate({}, { Session: await signUp() }))
    await expectException(
      client.send(new ForgotPasswordCommand({ ClientId, Username })),
      InvalidParameterException,
      'Cannot reset password for the user as the user has no password',
    )
    await client.send(new ChangePasswordCommand({ AccessToken, ProposedPassword: password }))
    const { AvailableChallenges } = await initiate()
    expect(AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'])
  })
})

test.each([
  [EMAIL_OTP, 'EMAIL_OTP_CODE'],
  [SMS_OTP, 'SMS_OTP_CODE'],
])('%s by the choice: a wrong code, then the right one', async (factor, input) => {
  Username = await administrator(judged).confirmed(phone)
  const choice = await initiate()
  expect(choice.ChallengeName).toBe(SELECT_CHALLENGE)
  const sent = await respond(SELECT_CHALLENGE, choice.Session, { ANSWER: factor })
  expect(sent.ChallengeName).toBe(factor)
  expect(sent.AvailableChallenges).toEqual(choice.AvailableChallenges)
  await expectException(
    respond(factor, sent.Session, { [input]: '0' }),
    CodeMismatchException,
    'Invalid code or auth state for the user.',
  )
  const code = await judged.codeFor(factor === EMAIL_OTP ? Username : phone.phone_number)
  expect(tokensOf(await respond(factor, sent.Session, { [input]: code }))).toBeTruthy()
  await expectException(
    respond(factor, sent.Session, { [input]: code }),
    NotAuthorizedException,
    'Invalid session for the user, session can only be used once.',
  )
})

test('GetUserAuthFactors and AdminGetUserAuthFactors', async () => {
  Username = await administrator(judged).confirmed(phone)
  const first = await initiate({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
  const { AccessToken } = tokensOf(first)
  const own = await client.send(new GetUserAuthFactorsCommand({ AccessToken }))
  expect(own).toMatchObject({
    Username: expect.stringMatching(/^[0-9a-f-]{36}$/),
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
  })
  expect(own.UserMFASettingList).toBeUndefined()
  await updatePool(['PASSWORD', 'EMAIL_OTP'])
  await judged.setPool({ MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: {} })
  const SMSMfaSettings = { Enabled: true, PreferredMfa: true }
  await client.send(new SetUserMFAPreferenceCommand({ AccessToken, SMSMfaSettings }))
  const { $metadata: _, ...factors } = await client.send(
    new AdminGetUserAuthFactorsCommand({ UserPoolId, Username }),
  )
  expect(factors).toEqual({
    Username: own.Username,
    PreferredMfaSetting: 'SMS_MFA',
    UserMFASettingList: ['SMS_MFA'],
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
  })
})

describe('a server', () => {
  const start = (AuthFlow: AuthFlowType, parameters: Record<string, string> = {}) =>
    client.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow,
        AuthParameters: { USERNAME: Username, ...parameters },
      }),
    )

  const answer = (
    ChallengeName: ChallengeNameType,
    Session: string | undefined,
    responses: Record<string, string>,
  ) =>
    client.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: Username, ...responses },
      }),
    )

  beforeEach(async () => {
    Username = await administrator(judged).confirmed()
  })

  test('signs a user in by USER_AUTH', async () => {
    const choice = await start(AuthFlowType.USER_AUTH)
    expect(choice.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'])
    const sent = await answer(SELECT_CHALLENGE, choice.Session, { ANSWER: EMAIL_OTP })
    const EMAIL_OTP_CODE = await judged.codeFor(Username)
    expect(tokensOf(await answer(EMAIL_OTP, sent.Session, { EMAIL_OTP_CODE }))).toBeTruthy()
  })

  test.each([AuthFlowType.ADMIN_USER_PASSWORD_AUTH, AuthFlowType.ADMIN_NO_SRP_AUTH])(
    'signs a user in by %s if the client allows it',
    async (flow) => {
      await expectException(
        start(flow, { PASSWORD: password }),
        InvalidParameterException,
        'Auth flow not enabled for this client',
      )
      await judged.setPool({ ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] })
      const { RefreshToken } = tokensOf(await start(flow, { PASSWORD: password }))
      await judged.setPool({
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      })
      const refreshed = await start(AuthFlowType.REFRESH_TOKEN_AUTH, {
        REFRESH_TOKEN: RefreshToken,
      })
      expect(refreshed.AuthenticationResult?.AccessToken).toBeTruthy()
      await judged.setPool({
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
      })
    },
  )

  test('has flows of its own, and an app has others', async () => {
    await expectException(
      start(AuthFlowType.USER_PASSWORD_AUTH, { PASSWORD: password }),
      InvalidParameterException,
      'Initiate Auth method not supported.',
    )
    await expectException(
      initiate({ PASSWORD: password }, { AuthFlow: AuthFlowType.ADMIN_USER_PASSWORD_AUTH }),
      InvalidParameterException,
      'Initiate Auth method not supported.',
    )
  })
})
