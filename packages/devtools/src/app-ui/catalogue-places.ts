import { type AuthView, routeOf } from '@authchart/machine'
import { type AuthSnapshot, connect } from '@authchart/machine/xstate'
import type { Model, Step } from '@authchart/testing'
import { transition } from 'xstate'
import { routeIn } from '../source/route-in.ts'

/** One screen of the catalogue. */
export interface CataloguePlace {
  /** Unique: names its frame. */
  readonly id: string
  readonly route: string
  /** What it shows beside the route: nothing, a pending request, or a failure. */
  readonly kind: 'plain' | 'pending' | 'failed'
  readonly view: AuthView
}

/** The id of a place with an unknown route: an app shows the same for every route without a screen. */
export const unknownPlace = 'unknown'

function ignore() {}

const isPending = (snapshot: AuthSnapshot) => snapshot.hasTag('pending')

/** Every screen of the chart: at rest, with a pending request, and with a failure. */
export function cataloguePlaces({ places, steps, machine }: Model): readonly CataloguePlace[] {
  const snapshots = places.map(({ id, snapshot }) => ({ id, snapshot: snapshot as AuthSnapshot }))
  const found = snapshots.map(({ snapshot }) => routeIn(snapshot))
  const routes = [...new Set([...Object.values<string>(routeOf), ...found])]
  return routes.flatMap((route) => {
    const here = snapshots.filter(({ snapshot }) => routeIn(snapshot) === route)
    const plain =
      here.find(({ id }) => /\.(editing|idle)\b/.test(id)) ??
      here.find(({ snapshot }) => !isPending(snapshot)) ??
      here[0]
    const pending = here.find(({ snapshot }) => isPending(snapshot))
    const failed = steps.find((step) => failsAt(step, route))
    const found: CataloguePlace[] = []
    if (plain) found.push({ ...placeOf(plain.id, plain.snapshot), kind: 'plain' })
    if (pending && pending !== plain) {
      found.push({ ...placeOf(pending.id, pending.snapshot), kind: 'pending' })
    }
    if (failed) {
      const [snapshot] = transition(machine, failed.from.snapshot, failed.event)
      const id = `${failed.to.id}, ${failed.label}`
      found.push({ ...placeOf(id, snapshot as AuthSnapshot), kind: 'failed' })
    }
    return found
  })
}

/** The same for a route that does not exist. */
export function unknownView([first]: readonly CataloguePlace[]): AuthView {
  return { ...first?.view, route: 'none of them' } as unknown as AuthView
}

const placeOf = (id: string, snapshot: AuthSnapshot) => ({
  id,
  route: routeIn(snapshot),
  view: connect(snapshot, ignore),
})

/** A rejection by the service that leaves the user on the same screen. */
function failsAt({ outcome, from, to }: Step, route: string): boolean {
  const [before, after] = [from.snapshot, to.snapshot] as [AuthSnapshot, AuthSnapshot]
  const { operation, type } = outcome?.rejection ?? {}
  // A step of the app's own fails by a server of its own.
  const isRejected = (operation && operation !== 'browser') || type === 'ServiceError'
  return (
    Boolean(isRejected) &&
    routeIn(before) === route &&
    routeIn(after) === route &&
    !isPending(after)
  )
}
