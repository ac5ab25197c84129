import { SignedInError } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { auth } from './auth'

/** Leaves the page for the hosted UI, from any screen without a user. */
export async function signInWithRedirect(input) {
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
export async function signOut(options) {
  const { user } = await auth.ready()
  if (!user) return
  const isGlobal = options !== undefined && 'global' in options && options.global === true
  await new Promise((resolve, reject) => {
    const over = auth.on('signedOut', () => end(resolve))
    const failed = auth.on('failure', ({ actor, failure }) => {
      if (actor === 'globalSignOut') end(() => reject(failure.cause))
    })
    function end(settle) {
      over.unsubscribe()
      failed.unsubscribe()
      settle()
    }
    actorOf(auth).send({ type: 'signOut', global: isGlobal })
  })
}
