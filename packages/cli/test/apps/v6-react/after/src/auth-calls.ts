import { type AuthSession, SignedInError, SignedOutError } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { auth } from './auth'

/** The session, or `undefined` when no user is signed in. */
export async function currentSession(
  options?: { forceRefresh?: boolean },
): Promise<AuthSession | undefined> {
  try {
    return await auth.getSession(options)
  } catch (error) {
    if (error instanceof SignedOutError) return undefined
    throw error
  }
}

/** The attributes of the user, as Cognito has them now. A view has them too: `view.profile`. */
export async function fetchUserAttributes(): Promise<Readonly<Record<string, string>>> {
  await auth.getSession()
  return new Promise((resolve, reject) => {
    let isRequested = false
    let hasBegun = false
    const { unsubscribe } = auth.subscribe(look)
    look()

    function look() {
      const view = auth.getView()
      if (!view.user) return end(() => reject(new SignedOutError('No user is signed in')))
      if (view.route !== 'signedIn') return
      const { isLoading, data, failure } = view.profile
      if (isLoading) hasBegun = true
      else if (hasBegun && failure) end(() => reject(failure.cause))
      else if (hasBegun && data) end(() => resolve(data.attributes))
      else if (!isRequested) {
        isRequested = true
        view.loadProfile()
      }
    }

    function end(settle: () => void) {
      unsubscribe()
      settle()
    }
  })
}

/** Leaves the page for the hosted UI, from any screen without a user. */
export async function signInWithRedirect(
  input?: { provider?: string; customState?: string },
): Promise<void> {
  await auth.ready()
  let view = auth.getView()
  if ('goSignIn' in view) {
    view.goSignIn()
    view = auth.getView()
  }
  if (view.route !== 'signIn') throw new SignedInError()
  view.redirect(input)
}

/** Ends the session, with `global` on all devices; resolves when it is over. A view has `signOut` too. */
export async function signOut(options?: { global?: boolean } | object): Promise<void> {
  const { user } = await auth.ready()
  if (!user) return
  const isGlobal = options !== undefined && 'global' in options && options.global === true
  await new Promise<void>((resolve, reject) => {
    const over = auth.on('signedOut', () => end(resolve))
    const failed = auth.on('failure', ({ actor, failure }) => {
      if (actor === 'globalSignOut') end(() => reject(failure.cause))
    })
    function end(settle: () => void) {
      over.unsubscribe()
      failed.unsubscribe()
      settle()
    }
    actorOf(auth).send({ type: 'signOut', global: isGlobal })
  })
}
