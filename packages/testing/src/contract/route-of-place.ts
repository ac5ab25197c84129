import { type AuthRoute, routeOf } from '@authchart/machine'
import { type AuthSnapshot, ownScreenOf } from '@authchart/machine/xstate'
import type { Place } from '../model/model.ts'

/**
 * The screen of a place: of a step of the app's own by its state; of another leaf that is not ours, the name of its
 * top-level state.
 */
export function routeOfPlace({ leaf, snapshot }: Pick<Place, 'leaf' | 'snapshot'>): AuthRoute {
  const known = (routeOf as Readonly<Record<string, AuthRoute>>)[leaf]
  const own = known ?? ownScreenOf(snapshot as AuthSnapshot)?.route ?? leaf.split('.')[0]
  return own as AuthRoute
}
