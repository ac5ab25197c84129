import type { LocalCognito } from './local-cognito.ts'

/** Somebody with an e-mail address and a password of their own. */
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

/** Signs up and confirms elsewhere. */
export async function openAccount(cognito: LocalCognito, person: Person): Promise<void> {
  await signUp(cognito, person)
  await cognito.call('ConfirmSignUp', {
    ClientId: cognito.config.userPoolClientId,
    Username: person.email,
    ConfirmationCode: await cognito.lastCode(person.email),
  })
}
