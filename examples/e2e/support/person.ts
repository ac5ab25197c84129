import type { LocalCognito } from './local-cognito.ts'

/** A user's e-mail address and password. */
export interface Person {
  readonly email: string
  readonly password: string
}

/** Signs up elsewhere; the code stays unused. */
export async function signUp(cognito: LocalCognito, { email, password }: Person): Promise<void> {
  await cognito.call('SignUp', {
    ClientId: cognito.config.userPoolClientId,
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
}

/** Signs up without a password and confirms elsewhere. */
export async function openWithoutPassword(cognito: LocalCognito, { email }: Person): Promise<void> {
  const { userPoolClientId: ClientId } = cognito.config
  const Username = email
  await cognito.call('SignUp', {
    ClientId,
    Username,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  const ConfirmationCode = await cognito.lastCode(email)
  await cognito.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode })
}

/** Signs up and confirms elsewhere. */
export async function openAccount(cognito: LocalCognito, person: Person): Promise<void> {
  await signUp(cognito, person)
  await cognito.call('ConfirmSignUp', {
    ClientId: cognito.config.userPoolClientId,
    Username: person.email,
    ConfirmationCode: await cognito.lastCode(person.email),
  })
}

/** Creates a confirmed user with a verified e-mail, as an administrator. */
export async function createUser(
  cognito: LocalCognito,
  person: Person,
  attributes: Readonly<Record<string, string>> = {},
): Promise<void> {
  await invite(cognito, person, attributes)
  await cognito.administer('AdminSetUserPassword', person.email, {
    Password: person.password,
    Permanent: true,
  })
}

/** As an administrator: the password is a temporary one. */
export async function invite(
  cognito: LocalCognito,
  { email, password }: Person,
  attributes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const all = { email, email_verified: 'true', ...attributes }
  await cognito.administer('AdminCreateUser', email, {
    TemporaryPassword: password,
    MessageAction: 'SUPPRESS',
    UserAttributes: Object.entries(all).map(([Name, Value]) => ({ Name, Value })),
  })
}
