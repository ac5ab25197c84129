import type { Canary } from '../models/canary.ts'
import type { LocalCognito } from './local-cognito.ts'
import { createUser, type Person } from './person.ts'
import { mfaPool } from './pools.ts'

export const phone = '+15550100200'
export const maskedPhone = '+*******0200'

type Factor = 'SMSMfaSettings' | 'EmailMfaSettings' | 'SoftwareTokenMfaSettings'

/** Creates a user with a phone and these second factors; the first is preferred. */
export async function createMfaUser(
  cognito: LocalCognito,
  person: Person,
  ...factors: readonly [Factor, ...Factor[]]
): Promise<void> {
  await cognito.patchPool(mfaPool('OPTIONAL'))
  await createUser(cognito, person, { phone_number: phone, phone_number_verified: 'true' })
  await turnOn(cognito, person, ...factors)
}

/** Where there are several none is preferred, so that the user has to choose. */
export async function turnOn(
  cognito: LocalCognito,
  { email }: Person,
  ...factors: readonly Factor[]
): Promise<void> {
  const settings = { Enabled: true, PreferredMfa: factors.length === 1 }
  await cognito.administer(
    'AdminSetUserMFAPreference',
    email,
    Object.fromEntries(factors.map((factor) => [factor, settings])),
  )
}

/** Gives a user an authenticator app, as some other client; the answer is its secret. */
export async function addApp(
  cognito: LocalCognito,
  canary: Canary,
  { email, password }: Person,
  FriendlyDeviceName = 'My phone',
): Promise<string> {
  const { userPoolClientId } = cognito.config
  const { AuthenticationResult } = (await cognito.call('InitiateAuth', {
    ClientId: userPoolClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  })) as { AuthenticationResult: { AccessToken: string } }
  const { AccessToken } = AuthenticationResult
  const { SecretCode } = (await cognito.call('AssociateSoftwareToken', { AccessToken })) as {
    SecretCode: string
  }
  const UserCode = await canary.totpCode(SecretCode, cognito.now)
  await cognito.call('VerifySoftwareToken', { AccessToken, UserCode, FriendlyDeviceName })
  // The code that was just given is not taken again.
  await cognito.advance(60_000)
  return SecretCode
}
