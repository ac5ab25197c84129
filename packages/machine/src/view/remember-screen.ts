import type { PendingStore } from '../ports/index.ts'
import { type AuthSnapshot, pathOf } from './path.ts'
import { routeOf } from './route.ts'

/** Writes down the screen that a reload should come back to, and forgets it when it is left. */
export function rememberScreen(snapshot: AuthSnapshot, store: PendingStore): void {
  const { username, challenge, round, delivery, resendAt } = snapshot.context
  const route = routeOf[pathOf(snapshot)]
  if (challenge) {
    store.write({ route: 'challenge', username, challenge, round })
    return
  }
  switch (route) {
    case 'signUp':
      store.write({ route })
      return
    case 'forgotPassword':
      store.write({ route, username })
      return
    case 'confirmSignUp':
    case 'resetPassword':
      store.write({ route, username, delivery, resendAt })
      return
    case 'restoring':
      return
    default:
      store.clear()
  }
}
