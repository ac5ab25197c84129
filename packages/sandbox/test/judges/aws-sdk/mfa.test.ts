import {
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  GetUserCommand,
  GetUserPoolMfaConfigCommand,
  InvalidParameterException,
  MFAMethodNotFoundException,
  NotAuthorizedException,
  SetUserMFAPreferenceCommand,
  type SetUserMFAPreferenceCommandInput,
  SetUserPoolMfaConfigCommand,
  SetUserSettingsCommand,
  SoftwareTokenMFANotFoundException,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeEach, expect, test } from 'vitest'
import { nextCode, otherThan, wrongCode } from '../support/authenticator-app.ts'
import { useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'
import { sdkSignIn, tokensOf } from '../support/sdk-sign-in.ts'
import { administrator, phone } from '../support/users.ts'

const judged = useJudgedSandbox()
const { userPoolId: UserPoolId } = judged.sandbox.config
const { clock } = judged.sandbox
const { signIn, respond } = sdkSignIn(judged)
const factors = {
  SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}' },
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Sign-in' },
}
const preferred = { Enabled: true, PreferredMfa: true }
const app = 'SOFTWARE_TOKEN_MFA'

let client: CognitoIdentityProviderClient
let Username: string
let AccessToken: string

const configure = (MfaConfiguration: 'ON' | 'OPTIONAL' | 'OFF') =>
  client.send(new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration, ...factors }))

beforeEach(async () => {
  client = createSdkClient(judged.config)
  await configure('OPTIONAL')
  Username = await administrator(judged).confirmed(phone)
  AccessToken = tokensOf(await signIn(Username)).AccessToken
})

const prefer = (settings: Omit<SetUserMFAPreferenceCommandInput, 'AccessToken'>) =>
  client.send(new SetUserMFAPreferenceCommand({ AccessToken, ...settings }))

/** Sets up an authenticator app for the signed-in user. */
async function withApp(): Promise<string> {
  const { SecretCode = '' } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }))
  const UserCode = nextCode(SecretCode, clock)
  const verify = new VerifySoftwareTokenCommand({ AccessToken, UserCode })
  expect(await client.send(verify)).toMatchObject({ Status: 'SUCCESS' })
  return SecretCode
}

test('SetUserPoolMfaConfig and GetUserPoolMfaConfig', async () => {
  const config = { MfaConfiguration: 'OPTIONAL', ...factors }
  expect(await configure('OPTIONAL')).toMatchObject(config)
  expect(await client.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))).toMatchObject(config)
})

test('SetUserMFAPreference, GetUser and AdminSetUserMFAPreference', async () => {
  await prefer({ SMSMfaSettings: preferred, EmailMfaSettings: { Enabled: true } })
  expect(await client.send(new GetUserCommand({ AccessToken }))).toMatchObject({
    PreferredMfaSetting: 'SMS_MFA',
    UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
  })
  const off = { SMSMfaSettings: { Enabled: false }, EmailMfaSettings: { Enabled: false } }
  await client.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...off }))
  const user = await client.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect([user.PreferredMfaSetting, user.UserMFASettingList]).toEqual([undefined, undefined])
  await expectException(
    prefer({ SoftwareTokenMfaSettings: preferred }),
    InvalidParameterException,
    'User has not verified software token mfa',
  )
})

test('SetUserSettings turns SMS on', async () => {
  const MFAOptions = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' } as const]
  await client.send(new SetUserSettingsCommand({ AccessToken, MFAOptions }))
  expect(await client.send(new GetUserCommand({ AccessToken }))).toMatchObject({ MFAOptions })
  expect((await signIn(Username)).ChallengeName).toBe('SMS_MFA')
})

test.each([
  ['SMS_MFA', 'SMSMfaSettings', 'SMS_MFA_CODE'],
  ['EMAIL_OTP', 'EmailMfaSettings', 'EMAIL_OTP_CODE'],
] as const)('%s', async (challenge, settings, response) => {
  await prefer({ [settings]: preferred })
  const { ChallengeName, Session } = await signIn(Username)
  expect(ChallengeName).toBe(challenge)
  const code = await judged.codeFor(challenge === 'SMS_MFA' ? phone.phone_number : Username)
  const answer = (text: string) => respond(challenge, Session, Username, { [response]: text })
  await expectException(
    answer(otherThan(code)),
    CodeMismatchException,
    'Invalid code or auth state for the user.',
  )
  tokensOf(await answer(code))
  await expectException(
    answer(code),
    NotAuthorizedException,
    'Invalid session for the user, session can only be used once.',
  )
})

test('AssociateSoftwareToken, VerifySoftwareToken and SOFTWARE_TOKEN_MFA', async () => {
  const SecretCode = await withApp()
  await prefer({ SoftwareTokenMfaSettings: preferred })
  const { ChallengeName, Session } = await signIn(Username)
  expect(ChallengeName).toBe(app)
  const answer = (code: string, session = Session) =>
    respond(app, session, Username, { SOFTWARE_TOKEN_MFA_CODE: code })
  await expectException(
    answer(wrongCode(SecretCode, clock)),
    CodeMismatchException,
    'Invalid code received for user',
  )
  const code = nextCode(SecretCode, clock)
  tokensOf(await answer(code))
  await expectException(
    answer(code, (await signIn(Username)).Session),
    ExpiredCodeException,
    'Your software token has already been used once.',
  )
})

test('VerifySoftwareToken rejects a wrong code, and any before a secret was made', async () => {
  const verify = (UserCode: string) =>
    client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }))
  await expectException(
    verify('123456'),
    SoftwareTokenMFANotFoundException,
    'Software Token MFA does not exist for the user.',
  )
  const { SecretCode = '' } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }))
  await expectException(
    verify(wrongCode(SecretCode, clock)),
    EnableSoftwareTokenMFAException,
    'Code mismatch and fail enable Software Token MFA',
  )
})

test('AssociateSoftwareToken is rejected if the pool offers no app', async () => {
  await judged.setPool({ SoftwareTokenMfaConfiguration: { Enabled: false } })
  await expectException(
    client.send(new AssociateSoftwareTokenCommand({ AccessToken })),
    SoftwareTokenMFANotFoundException,
    'Software Token MFA has not been enabled by the userPool',
  )
})

test('SELECT_MFA_TYPE', async () => {
  await prefer({ SMSMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } })
  const { ChallengeName, ChallengeParameters, Session } = await signIn(Username)
  expect(ChallengeName).toBe('SELECT_MFA_TYPE')
  expect(ChallengeParameters).toEqual({ MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' })
  const select = (ANSWER: string) => respond('SELECT_MFA_TYPE', Session, Username, { ANSWER })
  await expectException(
    select(app),
    MFAMethodNotFoundException,
    'MFA method not found for the user.',
  )
  expect((await select('EMAIL_OTP')).ChallengeName).toBe('EMAIL_OTP')
})

test('MFA_SETUP', async () => {
  await configure('ON')
  await judged.setPool({ SmsMfaConfiguration: null })
  const { ChallengeName, ChallengeParameters, Session } = await signIn(Username)
  expect(ChallengeName).toBe('MFA_SETUP')
  expect(ChallengeParameters).toEqual({ MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' })
  const associated = await client.send(new AssociateSoftwareTokenCommand({ Session }))
  const UserCode = nextCode(associated.SecretCode ?? '', clock)
  const verified = await client.send(
    new VerifySoftwareTokenCommand({ Session: associated.Session, UserCode }),
  )
  expect(verified.Status).toBe('SUCCESS')
  tokensOf(await respond('MFA_SETUP', verified.Session, Username, {}))
  await expectException(
    configure('OFF'),
    InvalidParameterException,
    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
  )
  await client.send(new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' }))
  tokensOf(await signIn(Username))
})
