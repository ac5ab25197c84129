import { type AuthRoute, routeOf } from '@authchart/machine'
import { formOf } from '@authchart/machine/forms'
import { type AuthAt, authAt } from '@authchart/testing/at'

const routes = [...new Set<AuthRoute>(Object.values(routeOf))]

/** Each route with an auth that is there, and the heading of its form. */
export const placesOfRoutes = routes.map((route): [AuthRoute, AuthAt, string] => {
  const auth = authAt<AuthRoute>(route)
  return [route, auth, formOf(auth.getView()).title]
})
