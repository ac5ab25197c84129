import type { PendingStore } from '../ports/index.ts'
import { type AuthSnapshot, pathOf } from './path.ts'
import { routeOf } from './route.ts'

/** Writes down the screen that a reload should come back to, and forgets it when it is left. */
export function rememberScreen(snapshot: AuthSnapshot, store: PendingStore): void {
  const { username, delivery, resendAt } = snapshot.context
  const route = routeOf[pathOf(snapshot)]
  if (route === 'signUp') store.write({ route })
  else if (route === 'confirmSignUp') store.write({ route, username, delivery, resendAt })
  else if (route !== 'restoring') store.clear()
}
