import type { InterruptedScreen, ScreenStore } from '../ports/index.ts'
import { ownScreenOf } from './own-screen.ts'
import { type AuthSnapshot, pathOf } from './path.ts'
import { routeAt } from './route-at.ts'
import { isTotpVerified } from './screens/setup-totp-screen.ts'

/**
 * Stores the screen that a reload should resume, and clears it when the user leaves it. Never throws: if a
 * store of the app throws, the reload only loses its screen.
 */
export function rememberScreen(snapshot: AuthSnapshot, store: ScreenStore): void {
  if (snapshot.matches('restoring')) return
  const screen = snapshot.matches('signedIn') ? signedInScreen(snapshot) : signedOutScreen(snapshot)
  try {
    if (screen) store.write(screen)
    else store.clear()
  } catch {
    // See above.
  }
}

function signedInScreen(snapshot: AuthSnapshot): InterruptedScreen | undefined {
  const { user, newDevice, rememberDevice, contacts, delivery, deliveries, resendAt } =
    snapshot.context
  const passkeyOffer = snapshot.context.passkeyOffer === 'prompt' ? 'prompt' : undefined
  const isTotpUnfinished = routeAt(pathOf(snapshot)) === 'setupTotp' && !isTotpVerified(snapshot)
  const isUnfinished =
    newDevice ||
    rememberDevice ||
    contacts.length > 0 ||
    delivery ||
    isTotpUnfinished ||
    passkeyOffer
  if (!user || !isUnfinished) return undefined
  return {
    route: 'signedIn',
    userId: user.userId,
    unfinished: {
      newDevice,
      rememberDevice,
      contacts,
      delivery,
      deliveries,
      resendAt,
      isTotpUnfinished,
      passkeyOffer,
    },
  }
}

function signedOutScreen(snapshot: AuthSnapshot): InterruptedScreen | undefined {
  const { username, challenge, round, delivery, resendAt, link } = snapshot.context
  if (challenge) {
    const route = isTotpVerified(snapshot) ? 'totpVerified' : 'challenge'
    return { route, username, challenge, round }
  }
  const path = pathOf(snapshot)
  const route = routeAt(path)
  if (!route) {
    const resumedAt = ownScreenOf(snapshot)?.resumedAt
    return resumedAt && { route: resumedAt, username }
  }
  // The page resumes with the link that waited for the sign-out, without its code.
  if (route === 'redirecting' && link) {
    return { route: link.route, username: link.username ?? username, delivery, resendAt }
  }
  // All is done but the sign-in, and the password for it is gone with the page.
  if (route === 'signIn' || route === 'redirecting' || path.endsWith('.signingIn')) {
    return username === '' ? undefined : { route: 'signIn', username }
  }
  switch (route) {
    case 'signUp':
    case 'forgotPassword':
      return { route, username }
    case 'confirmSignUp':
    case 'resetPassword':
      return { route, username, delivery, resendAt }
    default:
      return undefined
  }
}
