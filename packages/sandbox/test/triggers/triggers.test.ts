import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Triggers } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'

let client: Client

function withTriggers(triggers: Triggers, pool: PoolOptionsPatch = {}) {
  client = createClient(createSandbox({ triggers, pool }))
}

const ClientMetadata = { from: 'test' }
const reject = (message: string) => () => {
  throw new Error(message)
}

describe('a trigger', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('gets an event in the shape of AWS Lambda, as a copy of its own', async () => {
    const preSignUp = vi.fn<NonNullable<Triggers['preSignUp']>>((event) => {
      event.request.userAttributes.email = 'changed@example.com'
    })
    withTriggers({ preSignUp })
    const ValidationData = [{ Name: 'captcha', Value: 'ok' }]
    await client.signUp(email, { ClientMetadata, ValidationData })
    const [user] = (await client.control('GET', '/users')).body as { username: string }[]
    expect(preSignUp).toHaveBeenCalledExactlyOnceWith({
      version: '1',
      triggerSource: 'PreSignUp_SignUp',
      region: 'us-east-1',
      userPoolId: 'us-east-1_Sandbox01',
      userName: user?.username,
      callerContext: {
        awsSdkVersion: expect.any(String),
        clientId: 'sandboxclient0000000000001',
      },
      request: {
        userAttributes: { email: 'changed@example.com' },
        validationData: { captcha: 'ok' },
        clientMetadata: ClientMetadata,
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    })
    expect(await client.outbox(email)).toHaveLength(1)
  })

  test.each([
    ['an error', reject('No')],
    ['a rejection', () => Promise.reject(new Error('No'))],
    [
      'a text',
      () => {
        throw 'No'
      },
    ],
  ])('rejects by throwing %s', async (_, preSignUp) => {
    withTriggers({ preSignUp })
    expect(errorOf(await client.signUp())).toEqual([
      400,
      'UserLambdaValidationException',
      'PreSignUp failed with error No.',
    ])
    expect((await client.control('GET', '/users')).body).toEqual([])
  })

  test.each([
    ['a text', 'yes'],
    ['an event without response', {}],
    ['a wrong type', { response: { autoConfirmUser: 'yes' } }],
  ])('must not answer %s', async (_, answer) => {
    withTriggers({ preSignUp: (() => answer) as unknown as Triggers['preSignUp'] })
    expect(errorOf(await client.signUp())).toEqual([
      400,
      'InvalidLambdaResponseException',
      'Unrecognizable lambda output',
    ])
  })

  test('has five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    withTriggers({ preSignUp: () => new Promise(() => {}) })
    const answer = client.signUp()
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(5000)
    expect(errorOf(await answer)).toEqual([
      400,
      'UnexpectedLambdaException',
      'PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.',
    ])
  })

  test('has a name that Cognito knows, and is a function', () => {
    const broken = (triggers: object) => () => createSandbox({ triggers: triggers as Triggers })
    expect(broken({ preSignup: () => {} })).toThrow(
      /^Unknown trigger 'preSignup'. Known: preSignUp/,
    )
    expect(broken({ preSignUp: 'no' })).toThrow(/^Triggers are functions by name: preSignUp/)
  })
})
