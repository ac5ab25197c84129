import { actorOf } from '@authchart/machine/xstate'
import { auth } from './auth'

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

/** Answers by a callback of Node's kind, as amazon-cognito-identity-js does. */
export function answer<Result>(
  promise: Promise<Result>,
  callback: (error: Error | null, result: Result) => void,
): void {
  promise.then(
    (result) => callback(null, result),
    (error) => callback(error, undefined as Result),
  )
}
