import { decodeJwt } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Triggers } from '../../src/index.ts'
import { type Client, createClient, email, errorOf, password } from '../support/client.ts'
import { signInWithSrp } from '../support/srp-client.ts'

let client: Client

function withTriggers(triggers: Triggers, pool: PoolOptionsPatch = {}) {
  client = createClient(createSandbox({ triggers, pool }))
}

const ClientMetadata = { from: 'test' }
const wrong = [400, 'NotAuthorizedException', 'Incorrect username or password.']
const reject = (message: string) => () => {
  throw new Error(message)
}

describe('pre and post authentication', () => {
  const signIns = [
    ['USER_PASSWORD_AUTH', (secret: string) => client.signInWithPassword(email, secret)],
    ['USER_SRP_AUTH', (secret: string) => signInWithSrp(client, email, secret)],
  ] as const

  test.each(signIns)('surround a sign-in by %s', async (_, signIn) => {
    const calls: string[] = []
    withTriggers({
      preAuthentication: ({ triggerSource, request }) => {
        calls.push(triggerSource)
        expect(request).toEqual({
          userAttributes: expect.objectContaining({ email, 'cognito:user_status': 'CONFIRMED' }),
          userNotFound: false,
        })
      },
      postAuthentication: ({ triggerSource, request }) => {
        calls.push(triggerSource)
        expect(request).toMatchObject({ userAttributes: { email }, newDeviceUsed: false })
      },
    })
    await client.confirmed()
    expect(errorOf(await signIn('Wr0ng-pass'))).toEqual(wrong)
    expect((await signIn(password)).status).toBe(200)
    expect(calls).toEqual([
      'PreAuthentication_Authentication',
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
    ])
  })

  test.each(signIns)('reject a sign-in by %s', async (_, signIn) => {
    withTriggers({ preAuthentication: reject('Not today') })
    await client.confirmed()
    expect(errorOf(await signIn(password))).toEqual([
      400,
      'UserLambdaValidationException',
      'PreAuthentication failed with error Not today.',
    ])
    withTriggers({ postAuthentication: reject('Not here') })
    await client.confirmed()
    expect(errorOf(await signIn(password))).toEqual([
      400,
      'UserLambdaValidationException',
      'PostAuthentication failed with error Not here.',
    ])
  })

  test('get the metadata of the client, also for unknown users', async () => {
    const preAuthentication = vi.fn<NonNullable<Triggers['preAuthentication']>>()
    withTriggers({ preAuthentication })
    const AuthParameters = { USERNAME: email, PASSWORD: password }
    const request = { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters, ClientMetadata }
    expect(errorOf(await client.send('InitiateAuth', request))).toEqual(wrong)
    expect(preAuthentication.mock.lastCall?.[0]).toMatchObject({
      userName: email,
      request: { userAttributes: {}, userNotFound: true, validationData: ClientMetadata },
    })
    expect(preAuthentication.mock.lastCall?.[0].request).not.toHaveProperty('clientMetadata')
  })

  test('a slow one does not open the door to guesses at the same time', async () => {
    withTriggers({ preAuthentication: () => new Promise((resolve) => setTimeout(resolve, 5)) })
    await client.control('POST', '/clock', { stop: true })
    await client.confirmed()
    const guesses = Array.from({ length: 9 }, () => client.signInWithPassword(email, 'Wr0ng-pass'))
    const messages = (await Promise.all(guesses)).map(({ body }) => body.message)
    expect(messages.filter((message) => message === 'Password attempts exceeded')).toHaveLength(4)
  })
})

describe('pre token generation', () => {
  const claims = ({ IdToken, AccessToken }: { IdToken: string; AccessToken: string }) => ({
    id: decodeJwt(IdToken),
    access: decodeJwt(AccessToken),
  })

  test('adds, overrides and suppresses claims of the ID token', async () => {
    withTriggers({
      preTokenGeneration: (event) => {
        event.response.claimsOverrideDetails = {
          claimsToAddOrOverride: {
            tenant: 'a',
            email: 'x@example.com',
            sub: 'me',
            'cognito:x': 'y',
          },
          claimsToSuppress: ['email_verified', 'aud'],
        }
      },
    })
    const tokens = await client.signedIn()
    const { id, access } = claims(tokens)
    expect(id).toMatchObject({ tenant: 'a', email: 'x@example.com', sub: access.sub })
    expect(id.aud).toBe('sandboxclient0000000000001')
    expect(id).not.toHaveProperty('email_verified')
    expect(id).not.toHaveProperty('cognito:x')
    expect(access).not.toHaveProperty('tenant')
    const { AccessToken } = tokens
    expect((await client.call('GetUser', { AccessToken })).status).toBe(200)
  })

  test('overrides groups and roles', async () => {
    const preTokenGeneration = vi.fn<NonNullable<Triggers['preTokenGeneration']>>((event) => {
      event.response.claimsOverrideDetails = {
        groupOverrideDetails: {
          groupsToOverride: ['other'],
          iamRolesToOverride: ['role'],
          preferredRole: 'role',
        },
      }
    })
    withTriggers({ preTokenGeneration })
    await client.confirmed()
    await client.admin('CreateGroup', { GroupName: 'staff' })
    await client.admin('AdminAddUserToGroup', { GroupName: 'staff', Username: email })
    const { id, access } = claims(
      (await client.signInWithPassword(email)).body.AuthenticationResult,
    )
    expect(id).toMatchObject({
      'cognito:groups': ['other'],
      'cognito:roles': ['role'],
      'cognito:preferred_role': 'role',
    })
    expect(access['cognito:groups']).toEqual(['other'])
    expect(preTokenGeneration.mock.lastCall?.[0].request.groupConfiguration).toEqual({
      groupsToOverride: ['staff'],
      iamRolesToOverride: [],
      preferredRole: null,
    })
  })

  test('runs at a refresh too; a rejection does not use up the refresh token', async () => {
    let isRejected = false
    const sources: string[] = []
    withTriggers(
      {
        preTokenGeneration: ({ triggerSource, request }) => {
          sources.push(`${triggerSource} ${request.clientMetadata?.from}`)
          if (isRejected) throw new Error('No')
        },
      },
      { RefreshTokenRotation: { Feature: 'ENABLED' } },
    )
    const { RefreshToken } = await client.signedIn()
    const refresh = () => client.send('GetTokensFromRefreshToken', { RefreshToken, ClientMetadata })
    isRejected = true
    expect(errorOf(await refresh())).toEqual([
      400,
      'UserLambdaValidationException',
      'PreTokenGeneration failed with error No.',
    ])
    isRejected = false
    const answers = await Promise.all([refresh(), refresh()])
    // In any order.
    expect(answers.map(({ body }) => body.__type).sort()).toEqual([
      'RefreshTokenReuseException',
      undefined,
    ])
    expect(sources).toEqual([
      'TokenGeneration_Authentication undefined',
      ...Array(3).fill('TokenGeneration_RefreshTokens test'),
    ])
  })

  test('answers texts only, as in version 1 of its event', async () => {
    withTriggers({
      preTokenGeneration: ((event: { response: object }) => ({
        ...event,
        response: { claimsOverrideDetails: { claimsToAddOrOverride: { tenants: ['a'] } } },
      })) as unknown as Triggers['preTokenGeneration'],
    })
    await client.confirmed()
    expect((await client.signInWithPassword(email)).body.__type).toBe(
      'InvalidLambdaResponseException',
    )
  })
})
