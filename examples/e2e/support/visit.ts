import type { Route } from '../models/app.model.ts'
import { titles } from '../models/app.model.ts'
import { holdRedirects } from './redirects.ts'
import { allSteps, take } from './steps.ts'
import { comeHome, type Visitor } from './visitor.ts'

/** Long enough to look at a screen that only waits. */
const latencyMs = 25_000
const twoHours = 2 * 3_600_000

const ways: Readonly<Partial<Record<Route, (visitor: Visitor) => Promise<void>>>> = {
  async signIn({ app }) {
    await app.open()
  },

  async redirecting({ app }) {
    await holdRedirects(app.page)
    await app.open()
    await app.signIn.hostedPage.click()
  },

  signedIn: comeHome,

  async signingOut(visitor) {
    await comeHome(visitor)
    await visitor.cognito.addFault({ operation: 'RevokeToken', latencyMs })
    await visitor.app.signedIn.signOut.click()
  },

  async restoring(visitor) {
    const { app, cognito } = visitor
    await comeHome(visitor)
    await cognito.addFault({ operation: 'GetTokensFromRefreshToken', latencyMs })
    await app.page.clock.setSystemTime(Date.now() + twoHours)
    await app.reload()
  },
}

export const routes = Object.keys(titles) as Route[]

/** Goes to a screen as a user would. */
export async function visit(route: Route, visitor: Visitor): Promise<void> {
  const step = allSteps.find((step) => step.route === route)
  await (step ? take(step, visitor) : ways[route]?.(visitor))
  await visitor.app.expectRoute(route)
}
