import { describe, expect, test, vi } from 'vitest'
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

describe('pre sign-up', () => {
  test('confirms and verifies by itself', async () => {
    const postConfirmation = vi.fn()
    withTriggers({
      preSignUp: (event) => {
        event.response = { ...event.response, autoConfirmUser: true, autoVerifyEmail: true }
        return event
      },
      postConfirmation,
    })
    const { body } = await client.signUp()
    expect(body).toEqual({ UserConfirmed: true, UserSub: expect.any(String) })
    expect(await client.outbox()).toEqual([])
    expect(postConfirmation).toHaveBeenCalledOnce()
    expect((await client.signInWithPassword(email)).status).toBe(200)
    const { UserAttributes } = (await client.admin('AdminGetUser', { Username: email })).body
    expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
  })

  test('cannot verify what is not there', async () => {
    withTriggers({
      preSignUp: (event) => {
        event.response.autoVerifyPhone = true
      },
    })
    expect((await client.signUp()).body.__type).toBe('InvalidParameterException')
  })

  test('gives an alias to one user only', async () => {
    withTriggers(
      {
        preSignUp: (event) => {
          event.response = { autoConfirmUser: true, autoVerifyEmail: true, autoVerifyPhone: false }
        },
      },
      { UsernameAttributes: [], AliasAttributes: ['email'] },
    )
    const UserAttributes = [{ Name: 'email', Value: email }]
    expect((await client.signUp('first', { UserAttributes })).status).toBe(200)
    expect(errorOf(await client.signUp('second', { UserAttributes }))).toEqual([
      400,
      'UsernameExistsException',
      'An account with the email already exists.',
    ])
  })

  test('two sign-ups at the same time get one name', async () => {
    withTriggers({ preSignUp: () => new Promise((resolve) => setTimeout(resolve, 20)) })
    const answers = await Promise.all([client.signUp(), client.signUp()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('rejects a user of the administrator, but changes nothing about him', async () => {
    const preSignUp = vi.fn<NonNullable<Triggers['preSignUp']>>((event) => {
      event.response.autoConfirmUser = true
      if (event.request.clientMetadata) throw new Error('No')
    })
    withTriggers({ preSignUp })
    const create = (request = {}) =>
      client.admin('AdminCreateUser', { Username: email, ...request })
    expect(errorOf(await create({ ClientMetadata }))).toEqual([
      400,
      'UserLambdaValidationException',
      'PreSignUp failed with error No.',
    ])
    expect((await create()).body).toMatchObject({ User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } })
    expect(preSignUp.mock.lastCall?.[0].triggerSource).toBe('PreSignUp_AdminCreateUser')
  })
})

describe('post confirmation', () => {
  test('hears of sign-ups and new passwords', async () => {
    const postConfirmation = vi.fn<NonNullable<Triggers['postConfirmation']>>()
    withTriggers({ postConfirmation })
    await client.signUp()
    const ConfirmationCode = await client.lastCode(email)
    await client.send('ConfirmSignUp', { Username: email, ConfirmationCode, ClientMetadata })
    await client.send('ForgotPassword', { Username: email })
    await client.send('ConfirmForgotPassword', {
      Username: email,
      ConfirmationCode: await client.lastCode(email),
      Password: 'Br4nd-new!',
      ClientMetadata,
    })
    await client.signUp('second@example.com')
    await client.admin('AdminConfirmSignUp', { Username: 'second@example.com', ClientMetadata })
    const userAttributes = { email_verified: 'true', 'cognito:user_status': 'CONFIRMED' }
    expect(postConfirmation.mock.calls).toMatchObject([
      [
        {
          triggerSource: 'PostConfirmation_ConfirmSignUp',
          request: { userAttributes, clientMetadata: ClientMetadata },
        },
      ],
      [
        {
          triggerSource: 'PostConfirmation_ConfirmForgotPassword',
          request: { userAttributes, clientMetadata: ClientMetadata },
        },
      ],
      [
        {
          triggerSource: 'PostConfirmation_ConfirmSignUp',
          request: { clientMetadata: ClientMetadata },
        },
      ],
    ])
  })

  test('its error is returned, but the user is confirmed', async () => {
    withTriggers({ postConfirmation: reject('Too late') })
    await client.signUp()
    const ConfirmationCode = await client.lastCode(email)
    expect(
      errorOf(await client.send('ConfirmSignUp', { Username: email, ConfirmationCode })),
    ).toEqual([
      400,
      'UserLambdaValidationException',
      'PostConfirmation failed with error Too late.',
    ])
    expect((await client.signInWithPassword(email)).status).toBe(200)
  })
})
