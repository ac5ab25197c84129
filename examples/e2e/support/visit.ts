import type { AppModel, Route } from '../models/app.model.ts'
import type { LocalCognito } from './local-cognito.ts'
import { openAccount, type Person } from './person.ts'

interface Visitor {
  readonly app: AppModel
  readonly cognito: LocalCognito
  readonly person: Person
}

/** Long enough to look at a screen that only waits. */
const latencyMs = 25_000
const twoHours = 2 * 3_600_000

const ways: Readonly<Record<Route, (visitor: Visitor) => Promise<void>>> = {
  async signIn({ app }) {
    await app.open()
  },

  async signUp({ app }) {
    await app.open()
    await app.signIn.createAccount.click()
  },

  async confirmSignUp({ app, person }) {
    await app.register(person)
  },

  async signedIn({ app, cognito, person }) {
    await openAccount(cognito, person)
    await app.enter(person)
  },

  async signingOut({ app, cognito, person }) {
    await openAccount(cognito, person)
    await app.enter(person)
    await cognito.addFault({ operation: 'RevokeToken', latencyMs })
    await app.signedIn.signOut.click()
  },

  async restoring({ app, cognito, person }) {
    await openAccount(cognito, person)
    await app.enter(person)
    await cognito.addFault({ operation: 'GetTokensFromRefreshToken', latencyMs })
    await app.page.clock.setSystemTime(Date.now() + twoHours)
    await app.reload()
  },
}

export const routes = Object.keys(ways) as Route[]

/** Goes to a screen as a user would. */
export async function visit(route: Route, visitor: Visitor): Promise<void> {
  await ways[route](visitor)
  await visitor.app.expectRoute(route)
}
