import { type AnyStep, type AuthRoute, type AuthView, routeOf } from '@authchart/machine'
import { actorOf, connect } from '@authchart/machine/xstate'
import { type AuthAt, authAt } from '@authchart/testing/at'

/** One screen of the catalogue. */
export interface CataloguePlace {
  /** Unique: names its frame. */
  readonly id: string
  readonly route: string
  /** What it shows beside the route: nothing, a pending request, or a failure. */
  readonly kind: 'plain' | 'pending' | 'failed'
  readonly view: AuthView
}

function ignore() {}

/** Beside the route, what a screen is to show. Any request can fail so. */
const recipes = {
  plain: {},
  pending: { isPending: true },
  failed: { failure: 'serviceError' },
} as const

/** They wait for a request from the start, and another screen shows how it fails. */
const onlyWait: ReadonlySet<string> = new Set<AuthRoute>(['restoring', 'redirecting', 'signingOut'])

/** For routes that are found by a loop: the compiler knows none of them. */
const authAtAny = authAt as (route: string, place: object) => AuthAt

/** Every screen of the chart with these steps: at rest, with a pending request, and with a failure. */
export function cataloguePlaces(steps: readonly AnyStep[] = []): readonly CataloguePlace[] {
  const routes = new Set([...Object.values<string>(routeOf), ...steps.map(({ route }) => route)])
  return [...routes].flatMap((route) =>
    kindsOf(route).map((kind) => {
      const auth = authAtAny(route, { steps, ...recipes[kind] })
      const view = connect(actorOf(auth).getSnapshot(), ignore)
      auth.stop()
      return { id: `${route}, ${kind}`, route, kind, view }
    }),
  )
}

const kindsOf = (route: string): readonly CataloguePlace['kind'][] =>
  onlyWait.has(route) ? ['plain'] : ['plain', 'pending', 'failed']

/** A view with a route that does not exist: an app shows the same for it as for each route that it does not know. */
export function unknownView([first]: readonly CataloguePlace[]): AuthView {
  return { ...first?.view, route: 'none of them' } as unknown as AuthView
}
