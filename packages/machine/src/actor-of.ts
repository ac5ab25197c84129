import type { Auth } from './auth.ts'
import type { AuthActor } from './chart/machine.ts'
import type { AnyAuth } from './steps/register.ts'

/** Not a WeakMap: a key also works through proxies (Vue, Pinia) and with a second copy of this package. */
export const actorKey: unique symbol = Symbol.for('@authchart/machine:actor')

/** What `createAuth` returns, with the key that {@link actorOf} reads. */
export interface AuthWithActor extends Auth {
  [actorKey](): AuthActor
}

/**
 * The started XState actor of an auth: for `useSelector` of `@xstate/react` and `@xstate/vue`, `waitFor`,
 * and inspectors.
 *
 * @throws TypeError for an object that `createAuth()` has not created
 *
 * @example
 * const isSignedIn = useSelector(actorOf(auth), (snapshot) => snapshot.hasTag('authenticated'))
 */
export function actorOf(auth: AnyAuth): AuthActor {
  const { [actorKey]: start } = auth as Partial<AuthWithActor>
  if (!start) throw new TypeError('actorOf() needs what createAuth() returned')
  return start()
}
