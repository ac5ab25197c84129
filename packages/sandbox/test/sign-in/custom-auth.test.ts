import { beforeEach, describe, expect, test } from 'vitest'
import {
  createSandbox,
  type PoolOptionsPatch,
  type TriggerEvent,
  type Triggers,
} from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { createDevice } from '../support/device.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { proveSrp, srpKey } from '../support/srp-client.ts'

freezeTime()

const wrong = [400, 'NotAuthorizedException', 'Incorrect username or password.']
const notConfigured = [
  400,
  'InvalidParameterException',
  'Custom auth lambda trigger is not configured for the user pool.',
]
const tokens = expect.objectContaining({ AccessToken: expect.stringMatching(/^ey/) })

type Define = TriggerEvent<'defineAuthChallenge'>
type Create = TriggerEvent<'createAuthChallenge'>
type Verify = TriggerEvent<'verifyAuthChallengeResponse'>

let client: Client
let events: { define: Define[]; create: Create[]; verify: Verify[] }

/** The decision of the define trigger, by its request. */
let define: (session: Define['request']['session']) => Partial<Define['response']>

const triggers: Triggers = {
  defineAuthChallenge: (event) => {
    events.define.push(structuredClone(event))
    Object.assign(event.response, define(event.request.session))
    return event
  },
  createAuthChallenge: async (event) => {
    events.create.push(structuredClone(event))
    const round = event.request.session.length
    event.response = {
      publicChallengeParameters: { question: `${round} + 1` },
      privateChallengeParameters: { answer: String(round + 1) },
      challengeMetadata: `SUM-${round}`,
    }
    return event
  },
  verifyAuthChallengeResponse: (event) => {
    events.verify.push(structuredClone(event))
    const { privateChallengeParameters, challengeAnswer } = event.request
    event.response.answerCorrect = privateChallengeParameters.answer === challengeAnswer
  },
}

async function begin(pool: PoolOptionsPatch = {}, use: Triggers = triggers) {
  client = createClient(createSandbox({ pool, triggers: use }))
  await client.confirmed()
}

const start = (more: Record<string, string> = {}, USERNAME = email) =>
  client.initiate('CUSTOM_AUTH', { USERNAME, ...more })

const answer = (session: string, ANSWER: string, more: Record<string, string> = {}) =>
  client.respond('CUSTOM_CHALLENGE', session, { ANSWER, ...more })

/** A right answer or three wrong ones end it. */
const threeTries: typeof define = (session) => {
  const last = session.at(-1)
  if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult)
    return { issueTokens: true }
  if (session.length >= 3) return { failAuthentication: true }
  return { challengeName: 'CUSTOM_CHALLENGE' }
}

beforeEach(async () => {
  events = { define: [], create: [], verify: [] }
  define = threeTries
  await begin()
})

describe('without a password', () => {
  test('issues the question of the triggers, and tokens for the right answer', async () => {
    const { body } = await start()
    const username = body.ChallengeParameters.USERNAME
    expect(body).toEqual({
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session: expect.any(String),
      ChallengeParameters: {
        question: '0 + 1',
        USERNAME: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    })
    expect((await answer(body.Session, '1')).body).toEqual({
      ChallengeParameters: {},
      AuthenticationResult: tokens,
    })
    const common = {
      version: '1',
      region: 'us-east-1',
      userPoolId: 'us-east-1_Sandbox01',
      userName: username,
      callerContext: {
        awsSdkVersion: 'aws-sdk-unknown-unknown',
        clientId: 'sandboxclient0000000000001',
      },
    }
    const userAttributes = expect.objectContaining({ email, 'cognito:user_status': 'CONFIRMED' })
    expect(events.define[0]).toEqual({
      ...common,
      triggerSource: 'DefineAuthChallenge_Authentication',
      request: { userAttributes, session: [], userNotFound: false },
      response: { challengeName: null, issueTokens: null, failAuthentication: null },
    })
    expect(events.create[0]).toEqual({
      ...common,
      triggerSource: 'CreateAuthChallenge_Authentication',
      request: {
        userAttributes,
        challengeName: 'CUSTOM_CHALLENGE',
        session: [],
        userNotFound: false,
      },
      response: {
        publicChallengeParameters: null,
        privateChallengeParameters: null,
        challengeMetadata: null,
      },
    })
    expect(events.verify[0]).toEqual({
      ...common,
      triggerSource: 'VerifyAuthChallengeResponse_Authentication',
      request: {
        userAttributes,
        privateChallengeParameters: { answer: '1' },
        challengeAnswer: '1',
        userNotFound: false,
      },
      response: { answerCorrect: null },
    })
  })

  test('after a wrong answer the define trigger decides: another question, or the end', async () => {
    let { Session } = (await start()).body
    for (const question of ['1 + 1', '2 + 1']) {
      const { body } = await answer(Session, '42')
      expect(body).toMatchObject({
        ChallengeName: 'CUSTOM_CHALLENGE',
        ChallengeParameters: { question },
      })
      expect(errorOf(await answer(Session, '42'))[2]).toBe(
        'Invalid session for the user, session can only be used once.',
      )
      Session = body.Session
    }
    expect(errorOf(await answer(Session, '42'))).toEqual(wrong)
    expect(events.define.at(-1)?.request.session).toEqual(
      [0, 1, 2].map((round) => ({
        challengeName: 'CUSTOM_CHALLENGE',
        challengeResult: false,
        challengeMetadata: `SUM-${round}`,
      })),
    )
  })

  test('several rounds may all be needed', async () => {
    define = (session) =>
      session.length === 3 ? { issueTokens: true } : { challengeName: 'CUSTOM_CHALLENGE' }
    let { body } = await start()
    for (const one of ['1', '2', '3']) body = (await answer(body.Session, one)).body
    expect(body.AuthenticationResult).toEqual(tokens)
    expect(events.verify).toHaveLength(3)
  })

  test('client metadata reaches the triggers with the answer', async () => {
    const { Session } = (await start()).body
    await client.send('RespondToAuthChallenge', {
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME: email, ANSWER: '1' },
      ClientMetadata: { shop: 'Berlin' },
    })
    expect(events.verify[0]?.request.clientMetadata).toEqual({ shop: 'Berlin' })
    expect(events.define[1]?.request.clientMetadata).toEqual({ shop: 'Berlin' })
  })

  test('no second factor follows: the challenges are the triggers’ business', async () => {
    await client.control('PATCH', '/pool', { MfaConfiguration: 'ON', EmailMfaConfiguration: {} })
    const { Session } = (await start()).body
    expect((await answer(Session, '1')).body.AuthenticationResult).toEqual(tokens)
  })

  test('a device proves its secret at the end', async () => {
    await client.control('PATCH', '/pool', { DeviceConfiguration: {} })
    const first = (await answer((await start()).body.Session, '1')).body.AuthenticationResult
    if (!first.NewDeviceMetadata) throw new Error('No new device.')
    const device = createDevice(client, first.NewDeviceMetadata)
    await device.confirm(first.AccessToken)
    const { Session } = (await start()).body
    const unknown = await answer(Session, '1', { DEVICE_KEY: 'us-east-1_0' })
    expect(errorOf(unknown)[2]).toBe('Device does not exist.')
    const { body } = await answer(Session, '1', { DEVICE_KEY: device.DeviceKey })
    expect(body.ChallengeName).toBe('DEVICE_SRP_AUTH')
    expect((await device.prove(body.Session)).body.AuthenticationResult).toEqual(tokens)
  })

  test('a temporary password is replaced after the challenge only', async () => {
    await client.admin('AdminSetUserPassword', { Username: email, Password: 'Temp0rary!' })
    const { body } = await start()
    expect(body.ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect((await answer(body.Session, '1')).body.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  })
})

describe('with a password first', () => {
  const key = srpKey(31_337n)

  const afterPassword: typeof define = (session) => {
    const { challengeName, challengeResult } = session.at(-1) ?? {}
    if (challengeName === 'SRP_A') return { challengeName: 'PASSWORD_VERIFIER' }
    if (challengeName === 'CUSTOM_CHALLENGE') {
      return challengeResult ? { issueTokens: true } : { failAuthentication: true }
    }
    return { challengeName: 'CUSTOM_CHALLENGE' }
  }

  const startSrp = (username = email) => start({ CHALLENGE_NAME: 'SRP_A', SRP_A: key.A }, username)

  const prove = async (secret = password, username = email) => {
    const { body } = await startSrp(username)
    return client.send('RespondToAuthChallenge', {
      ChallengeName: 'PASSWORD_VERIFIER',
      Session: body.Session,
      ChallengeResponses: proveSrp(key, body.ChallengeParameters, secret, 'Sandbox01'),
    })
  }

  beforeEach(() => {
    define = afterPassword
  })

  test('the password is proven, then the challenge', async () => {
    const { body: first } = await startSrp()
    expect(first).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) })
    const { body } = await prove()
    expect(body).toMatchObject({
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeParameters: { question: '2 + 1' },
    })
    expect((await answer(body.Session, '3')).body.AuthenticationResult).toEqual(tokens)
    expect(events.define.at(-1)?.request.session).toEqual([
      { challengeName: 'SRP_A', challengeResult: true },
      { challengeName: 'PASSWORD_VERIFIER', challengeResult: true },
      { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'SUM-2' },
    ])
  })

  test('a wrong password ends it before the triggers run', async () => {
    expect(errorOf(await prove('Wr0ng-pass'))).toEqual(wrong)
    expect(events.define).toHaveLength(1)
  })

  test('a second factor follows the password, and the triggers get its result', async () => {
    await client.control('PATCH', '/pool', {
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: {},
    })
    await client.admin('AdminSetUserMFAPreference', {
      Username: email,
      EmailMfaSettings: { Enabled: true },
    })
    const { body } = await prove()
    expect(body.ChallengeName).toBe('EMAIL_OTP')
    const EMAIL_OTP_CODE = await client.lastCode(email)
    const { body: next } = await client.respond('EMAIL_OTP', body.Session, { EMAIL_OTP_CODE })
    expect(next.ChallengeName).toBe('CUSTOM_CHALLENGE')
    const session = events.define.at(-1)?.request.session
    expect(session?.at(-1)).toEqual({ challengeName: 'EMAIL_OTP', challengeResult: true })
  })

  test('needs SRP_A', async () => {
    expect(errorOf(await start({ CHALLENGE_NAME: 'SRP_A' }))[2]).toBe(
      'Missing required parameter SRP_A',
    )
  })

  test('the password may come after a challenge', async () => {
    define = (session) => {
      if (session.length === 1) return { challengeName: 'CUSTOM_CHALLENGE' }
      if (session.length === 2) return { challengeName: 'PASSWORD_VERIFIER' }
      return { issueTokens: true }
    }
    const { body } = await startSrp()
    const { body: second } = await answer(body.Session, '2')
    expect(second.ChallengeName).toBe('PASSWORD_VERIFIER')
    const { body: end } = await client.send('RespondToAuthChallenge', {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: proveSrp(key, second.ChallengeParameters, password, 'Sandbox01'),
    })
    expect(end.AuthenticationResult).toEqual(tokens)
  })

  test('an unconfirmed user gets the reason after the password only', async () => {
    await client.signUp('joe@example.com')
    const { body } = await startSrp('joe@example.com')
    expect(body.ChallengeName).toBe('PASSWORD_VERIFIER')
    expect(errorOf(await prove(password, 'joe@example.com'))[1]).toBe('UserNotConfirmedException')
  })

  test('a user who does not exist has a wrong password', async () => {
    expect(errorOf(await prove(password, 'unknown@example.com'))).toEqual(wrong)
    expect(events.define[0]?.request.userNotFound).toBe(true)
  })
})

describe('rejects', () => {
  test('a pool without triggers, or without the one it needs', async () => {
    await begin({}, {})
    expect(errorOf(await start())).toEqual(notConfigured)
    await begin({}, { defineAuthChallenge: triggers.defineAuthChallenge })
    expect(errorOf(await start())).toEqual(notConfigured)
    await begin({}, { ...triggers, verifyAuthChallengeResponse: undefined })
    const { Session } = (await start()).body
    expect(errorOf(await answer(Session, '1'))).toEqual(notConfigured)
  })

  test('a client that may not', async () => {
    await client.control('PATCH', '/pool', { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })
    expect(errorOf(await start())).toEqual([
      400,
      'InvalidParameterException',
      'CUSTOM_AUTH is not enabled for the client.',
    ])
  })

  test.each([{}, { challengeName: 'SMS_MFA' }, { challengeName: 'PASSWORD_VERIFIER' }])(
    'a define trigger that answers %j',
    async (response) => {
      define = () => response
      expect(errorOf(await start())).toEqual([
        400,
        'InvalidLambdaResponseException',
        'Unrecognizable lambda output',
      ])
    },
  )

  test('users who cannot sign in', async () => {
    await client.signUp('joe@example.com')
    expect(errorOf(await start({}, 'joe@example.com'))[1]).toBe('UserNotConfirmedException')
    await client.admin('AdminResetUserPassword', { Username: email })
    expect(errorOf(await start())[1]).toBe('PasswordResetRequiredException')
    await client.admin('AdminDisableUser', { Username: email })
    expect(errorOf(await start())[2]).toBe('User is disabled.')
  })

  test('an answer that is empty, late or another user’s', async () => {
    const { Session } = (await start()).body
    expect(errorOf(await answer(Session, ''))[2]).toBe('Missing required parameter ANSWER')
    await client.confirmed('joe@example.com')
    expect(errorOf(await answer(Session, '1', { USERNAME: 'joe@example.com' }))[2]).toBe(
      'Invalid session for the user.',
    )
    await client.advance(180_000)
    expect(errorOf(await answer(Session, '1'))[2]).toBe(
      'Invalid session for the user, session is expired.',
    )
  })
})

describe('a user who does not exist', () => {
  const unknown = 'unknown@example.com'

  test('gets challenges like others, and is never signed in', async () => {
    const { body } = await start({}, unknown)
    expect(body).toMatchObject({
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeParameters: { USERNAME: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    for (const { request } of [...events.define, ...events.create]) {
      expect(request).toMatchObject({ userNotFound: true, userAttributes: {} })
    }
    const { USERNAME = '' } = body.ChallengeParameters
    expect(errorOf(await answer(body.Session, '1', { USERNAME }))).toEqual(wrong)
    expect(events.verify[0]?.request.userNotFound).toBe(true)
  })

  test('is reported if the client does not hide it', async () => {
    await client.control('PATCH', '/pool', { PreventUserExistenceErrors: 'LEGACY' })
    expect(errorOf(await start({}, unknown))).toEqual([
      400,
      'UserNotFoundException',
      'User does not exist.',
    ])
  })
})
