import {
  AdminUpdateUserAttributesCommand,
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  GetUserCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { otherThan } from '../support/authenticator-app.ts'
import { phone } from '../support/users.ts'
import { type Clauses, expectDifference, outcomeOf, type Subject } from './subject.ts'
import { confirmedUser, signIn, tokensOf } from './users.ts'

/** A user with an authenticator app, and the actions of that user. */
async function withApp(subject: Subject) {
  const { client, ClientId, UserPoolId } = subject
  const Username = await confirmedUser(subject)
  const { AccessToken } = tokensOf(await signIn(subject, Username))
  const { SecretCode = '' } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken }))
  expect(SecretCode).toMatch(/^[A-Z2-7]+$/)
  const code = subject.appCode(SecretCode)
  const verify = (UserCode: string) =>
    client.send(
      new VerifySoftwareTokenCommand({ AccessToken, UserCode, FriendlyDeviceName: 'Phone' }),
    )
  const prefer = async (
    factor: 'SoftwareTokenMfaSettings' | 'SMSMfaSettings',
    preferred = true,
  ) => {
    const settings = { [factor]: { Enabled: true, PreferredMfa: preferred } }
    await client.send(new SetUserMFAPreferenceCommand({ AccessToken, ...settings }))
  }
  const addPhone = () =>
    client.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId,
        Username,
        UserAttributes: Object.entries(phone).map(([Name, Value]) => ({ Name, Value })),
      }),
    )
  const answer = (
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
  const preferences = async () => {
    const { UserMFASettingList, PreferredMfaSetting } = await client.send(
      new GetUserCommand({ AccessToken }),
    )
    return [UserMFASettingList, PreferredMfaSetting]
  }
  const wrong = await outcomeOf(verify(otherThan(code)))
  expect(await verify(code)).toMatchObject({ Status: 'SUCCESS' })
  const begin = () => signIn(subject, Username)
  return { SecretCode, wrong, begin, prefer, preferences, addPhone, answer }
}

export const mfaClauses: Clauses = {
  'sets up an authenticator app, and requires it': async (subject) => {
    const { SecretCode, wrong, ...user } = await withApp(subject)
    expectDifference(subject, 'wrongSetupCode', wrong)
    expectDifference(subject, 'afterSetup', await user.preferences())
    await user.prefer('SoftwareTokenMfaSettings')
    const app = 'SOFTWARE_TOKEN_MFA'
    expect(await user.preferences()).toEqual([[app], app])
    const { ChallengeName, ChallengeParameters, Session } = await user.begin()
    expect(ChallengeName).toBe(app)
    expect(ChallengeParameters).toEqual({
      FRIENDLY_DEVICE_NAME: 'Phone',
      USER_ID_FOR_SRP: expect.any(String),
    })
    const SOFTWARE_TOKEN_MFA_CODE = subject.appCode(SecretCode)
    const wrongCode = { SOFTWARE_TOKEN_MFA_CODE: otherThan(SOFTWARE_TOKEN_MFA_CODE) }
    expectDifference(subject, 'wrongAppCode', await outcomeOf(user.answer(app, Session, wrongCode)))
    tokensOf(await user.answer(app, Session, { SOFTWARE_TOKEN_MFA_CODE }))
    const next = await user.begin()
    const reused = user.answer(app, next.Session, { SOFTWARE_TOKEN_MFA_CODE })
    expectDifference(subject, 'appCodeTwice', await outcomeOf(reused))
  },

  'lets a user select the app among two factors': async (subject) => {
    const { SecretCode, ...user } = await withApp(subject)
    await user.addPhone()
    await user.prefer('SoftwareTokenMfaSettings', false)
    await user.prefer('SMSMfaSettings', false)
    const { ChallengeName, ChallengeParameters, Session } = await user.begin()
    expect(ChallengeName).toBe('SELECT_MFA_TYPE')
    expect(JSON.parse(ChallengeParameters?.MFAS_CAN_CHOOSE ?? '')).toEqual([
      'SMS_MFA',
      'SOFTWARE_TOKEN_MFA',
    ])
    const selected = await user.answer('SELECT_MFA_TYPE', Session, { ANSWER: 'SOFTWARE_TOKEN_MFA' })
    expect(selected.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const SOFTWARE_TOKEN_MFA_CODE = subject.appCode(SecretCode)
    tokensOf(await user.answer('SOFTWARE_TOKEN_MFA', selected.Session, { SOFTWARE_TOKEN_MFA_CODE }))
  },

  'requires the preferred factor': async (subject) => {
    const user = await withApp(subject)
    await user.addPhone()
    await user.prefer('SMSMfaSettings', false)
    await user.prefer('SoftwareTokenMfaSettings')
    expectDifference(subject, 'preferredOfTwo', (await user.begin()).ChallengeName)
  },

  'sends a code by SMS': async (subject) => {
    const user = await withApp(subject)
    await user.addPhone()
    await user.prefer('SoftwareTokenMfaSettings', false)
    await user.prefer('SMSMfaSettings', false)
    const { Session } = await user.begin()
    const selected = user.answer('SELECT_MFA_TYPE', Session, { ANSWER: 'SMS_MFA' })
    expectDifference(subject, 'selectSms', await outcomeOf(selected))
  },
}
