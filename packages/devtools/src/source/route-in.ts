import { routeOf } from '@authchart/machine'
import { type AuthSnapshot, ownScreenOf, pathOf } from '@authchart/machine/xstate'

/** The route of a snapshot; for a leaf that a developer has added without a screen, its top-level state. */
export function routeIn(snapshot: AuthSnapshot): string {
  const leaf = pathOf(snapshot)
  return routeOf[leaf] ?? ownScreenOf(snapshot)?.route ?? leaf.split('.')[0]
}
