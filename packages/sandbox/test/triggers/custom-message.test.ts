import { describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Triggers } from '../../src/index.ts'
import { type Client, createClient, email, password } from '../support/client.ts'

let client: Client

function withTriggers(triggers: Triggers, pool: PoolOptionsPatch = {}) {
  client = createClient(createSandbox({ triggers, pool }))
}

const ClientMetadata = { from: 'test' }

describe('custom message', () => {
  const customMessage: Triggers['customMessage'] = (event) => {
    const { codeParameter, usernameParameter, clientMetadata } = event.request
    event.response.emailSubject = event.triggerSource
    event.response.emailMessage = `${codeParameter} ${usernameParameter} ${clientMetadata?.from}`
    event.response.smsMessage = `SMS ${codeParameter}`
  }
  const latest = async () => (await client.outbox())[0]

  test('writes every message', async () => {
    withTriggers({ customMessage })
    await client.signUp(email, { ClientMetadata })
    const signUp = await latest()
    expect(signUp?.body).toBe(`CustomMessage_SignUp\n\n${signUp?.code} null test`)
    const sourceAfter = async (send: () => Promise<{ status: number }>) => {
      expect((await send()).status).toBe(200)
      const [source, text] = (await latest())?.body.split('\n\n') ?? []
      expect(text).toBe(`${(await latest())?.code} null test`)
      return source
    }
    const Username = email
    expect(
      await sourceAfter(() => client.send('ResendConfirmationCode', { Username, ClientMetadata })),
    ).toBe('CustomMessage_ResendCode')
    await client.send('ConfirmSignUp', { Username, ConfirmationCode: (await latest())?.code })
    expect(
      await sourceAfter(() => client.send('ForgotPassword', { Username, ClientMetadata })),
    ).toBe('CustomMessage_ForgotPassword')
    expect(
      await sourceAfter(() => client.admin('AdminResetUserPassword', { Username, ClientMetadata })),
    ).toBe('CustomMessage_ForgotPassword')
    const ConfirmationCode = (await latest())?.code
    await client.send('ConfirmForgotPassword', { Username, ConfirmationCode, Password: password })
    const { AccessToken } = (await client.signInWithPassword(email)).body.AuthenticationResult
    const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }]
    expect(
      await sourceAfter(() =>
        client.call('UpdateUserAttributes', { AccessToken, UserAttributes, ClientMetadata }),
      ),
    ).toBe('CustomMessage_UpdateUserAttribute')
    expect(
      await sourceAfter(() =>
        client.call('GetUserAttributeVerificationCode', {
          AccessToken,
          AttributeName: 'email',
          ClientMetadata,
        }),
      ),
    ).toBe('CustomMessage_VerifyUserAttribute')
  })

  test('names the user in an invitation', async () => {
    withTriggers({ customMessage }, { UsernameAttributes: [] })
    const UserAttributes = [{ Name: 'email', Value: email }]
    await client.admin('AdminCreateUser', { Username: 'jane', UserAttributes })
    const message = await latest()
    expect(message?.body).toBe(`CustomMessage_AdminCreateUser\n\n${message?.code} jane undefined`)
  })

  test('writes SMS, and leaves to the pool what it does not write', async () => {
    withTriggers({ customMessage }, { AutoVerifiedAttributes: ['phone_number'] })
    const UserAttributes = [{ Name: 'phone_number', Value: '+12065550839' }]
    await client.signUp(email, { UserAttributes })
    expect((await latest())?.body).toBe(`SMS ${(await latest())?.code}`)
    withTriggers({ customMessage: () => {} })
    await client.signUp()
    expect((await latest())?.body).toMatch(/^Your confirmation code is \d{6}$/)
  })
})
