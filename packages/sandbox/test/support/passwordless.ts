import type { Client } from './client.ts'

export const phone = '+4915112345678'

/** An administrator's user without a password, with an e-mail and a phone. */
export async function createReachable(client: Client, username: string): Promise<void> {
  await client.admin('AdminCreateUser', {
    Username: username,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: username },
      { Name: 'phone_number', Value: phone },
    ],
  })
}

/** Begins with a code, and returns it with its session. */
export async function requestCode(client: Client, factor: 'EMAIL_OTP' | 'SMS_OTP', to: string) {
  const { body } = await client.choose({ PREFERRED_CHALLENGE: factor })
  return { session: body.Session, code: await client.lastCode(to) }
}

export async function signInWithCode(client: Client, username: string) {
  const { body } = await client.choose({ PREFERRED_CHALLENGE: 'EMAIL_OTP' }, username)
  const EMAIL_OTP_CODE = await client.lastCode(username)
  return (await client.respond('EMAIL_OTP', body.Session, { EMAIL_OTP_CODE }, username)).body
}

/** Another code of the same length. */
export function otherThan(code: string): string {
  return code === '00000000' ? '11111111' : '00000000'
}

export const codeMismatch = [
  400,
  'CodeMismatchException',
  'Invalid code or auth state for the user.',
]
export const usedSession = [
  400,
  'NotAuthorizedException',
  'Invalid session for the user, session can only be used once.',
]
export const expiredSession = [
  400,
  'NotAuthorizedException',
  'Invalid session for the user, session is expired.',
]
export const wrongCredentials = [400, 'NotAuthorizedException', 'Incorrect username or password.']
