import { createSandbox, type PoolOptionsPatch } from '../../src/index.ts'
import { type Client, createClient, email } from './client.ts'

export type Attributes = Readonly<Record<string, string>>

/** As Cognito lists them. */
export function toList(attributes: Attributes) {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}

/** A user who is signed in, with the operations on their attributes. */
export function ownAttributes() {
  let client: Client
  let AccessToken: string

  /** A pool without users. */
  function openEmpty(pool: PoolOptionsPatch): Client {
    client = createClient(createSandbox({ pool }))
    return client
  }

  async function signIn(username: string): Promise<void> {
    const { body } = await client.signInWithPassword(username)
    AccessToken = body.AuthenticationResult.AccessToken
  }

  return {
    openEmpty,
    signIn,
    /** A pool in which the user signs up and in. */
    async open(pool: PoolOptionsPatch, attributes: Attributes = {}): Promise<Client> {
      openEmpty(pool)
      await client.signUp(email, { UserAttributes: toList(attributes) })
      const code = { Username: email, ConfirmationCode: await client.lastCode(email) }
      await client.send('ConfirmSignUp', code)
      await signIn(email)
      return client
    },
    update: (attributes: Attributes) =>
      client.call('UpdateUserAttributes', { AccessToken, UserAttributes: toList(attributes) }),
    adminUpdate: (attributes: Attributes, Username = email) =>
      client.admin('AdminUpdateUserAttributes', { Username, UserAttributes: toList(attributes) }),
    remove: (...UserAttributeNames: string[]) =>
      client.call('DeleteUserAttributes', { AccessToken, UserAttributeNames }),
    verify: (Code: string, AttributeName = 'email') =>
      client.call('VerifyUserAttribute', { AccessToken, AttributeName, Code }),
    requestCode: (AttributeName = 'email') =>
      client.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName }),
    async own(): Promise<Attributes> {
      const { body } = await client.call('GetUser', { AccessToken })
      return Object.fromEntries(body.UserAttributes.map(({ Name, Value }) => [Name, Value]))
    },
  }
}

export function invalid(message: string) {
  return [400, 'InvalidParameterException', message]
}
export const mismatch = [
  400,
  'CodeMismatchException',
  'Invalid verification code provided, please try again.',
]
export const expired = [
  400,
  'ExpiredCodeException',
  'Invalid code provided, please request a code again.',
]
