import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/cognito/index.ts'
import { parseProfile } from '../../src/cognito/responses/account-responses.ts'
import { parseAuthResponse } from '../../src/cognito/responses/auth-response.ts'
import { toChallenge } from '../../src/cognito/responses/challenge.ts'
import { toFailure } from '../../src/index.ts'
import { socialProviders } from '../../src/view/screens/social-providers.ts'

/** What every object inherits, and an answer may name. */
const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', 'isPrototypeOf']
const ids = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }

describe.each(names)('%s', (name) => {
  test('is a challenge that is unknown', () => {
    const answer = parseAuthResponse({ ChallengeName: name, Session: 's', ChallengeParameters: {} })
    if (answer.kind !== 'challenge') throw new Error('This is a challenge')
    expect(toChallenge(answer, 'ada', 0)).toMatchObject({ type: 'unknown', name })
  })

  test('is no second factor', () => {
    const MFAS_CAN_CHOOSE = JSON.stringify([name, 'SMS_MFA'])
    const answer = parseAuthResponse({
      ChallengeName: 'SELECT_MFA_TYPE',
      Session: 's',
      ChallengeParameters: { MFAS_CAN_CHOOSE },
    })
    if (answer.kind !== 'challenge') throw new Error('This is a challenge')
    expect(toChallenge(answer, 'ada', 0)).toMatchObject({ type: 'mfaType', options: ['SMS'] })
    const profile = { Username: 'ada', UserAttributes: [], UserMFASettingList: [name] }
    for (const PreferredMfaSetting of [name, { toString: 1 }, { toString: null }, [name], 7]) {
      const { mfa } = parseProfile({ ...profile, PreferredMfaSetting })
      expect(mfa).toEqual({ enabled: [], preferred: undefined })
    }
  })

  test('is a provider of that name', () => {
    const hostedUi = { domain: 'a.example', providers: [name] }
    expect(parseConfig({ ...ids, hostedUi }).hostedUi?.providers).toEqual([name])
    expect(socialProviders([name])).toEqual([{ name, label: name }])
  })

  test('is an exception that is unknown', () => {
    expect(toFailure(Object.assign(new Error('x'), { name })).code).toBe('unknown')
  })
})
