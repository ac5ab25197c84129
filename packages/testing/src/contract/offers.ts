import { type AuthSnapshot, connect, ownScreenOf } from '@authchart/machine/xstate'
import type { EventObject } from 'xstate'
import type { Place } from '../model/model.ts'
import { routeOfPlace } from './route-of-place.ts'
import { routesWith } from './routes-with.ts'

const nameOf = new Map([
  ['go.signIn', 'goSignIn'],
  ['go.signedIn', 'goSignedIn'],
])

/** Whether the view of a place has an action that sends the event. */
export function offers(place: Place, event: EventObject & { readonly global?: boolean }): boolean {
  const snapshot = place.snapshot as AuthSnapshot
  if (!ownScreenOf(snapshot)) return routesWith(event.type)?.includes(routeOfPlace(place)) !== false
  const name = nameOf.get(event.type) ?? event.type.replace(`${routeOfPlace(place)}.`, '')
  return name in connect(snapshot, () => undefined) && !event.global
}
