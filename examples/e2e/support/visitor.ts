import type { AppModel } from '../models/app.model.ts'
import type { Canary } from '../models/canary.ts'
import type { LocalCognito } from './local-cognito.ts'
import { createUser, type Person } from './person.ts'

/** All that it takes to walk through the app. */
export interface Visitor {
  readonly app: AppModel
  readonly canary: Canary
  readonly cognito: LocalCognito
  readonly person: Person
}

/** Opens the app and signs in with the password alone, up to the next screen. */
export async function signIn({ app, person }: Visitor): Promise<void> {
  app.configure({ authenticationFlowType: 'USER_PASSWORD_AUTH' })
  await app.open()
  await app.signIn.submit(person)
}

/** Creates a confirmed user and signs in. */
export async function comeHome(
  visitor: Visitor,
  attributes: Readonly<Record<string, string>> = {},
): Promise<void> {
  await createUser(visitor.cognito, visitor.person, attributes)
  await signIn(visitor)
  await visitor.app.expectRoute('signedIn')
}
