import { type AuthRoute, type ScreenEvent, screenActions } from '@authchart/machine'

/** By event, the screens whose view has an action that sends it. */
const offered = new Map<string, AuthRoute[]>()

for (const [route, types] of Object.entries(screenActions)) {
  for (const type of types) offered.set(type, [...(offered.get(type) ?? []), route as AuthRoute])
}

// No view sends it: the handle does, in `auth.federatedSignIn()`.
offered.set('signIn.federate' satisfies ScreenEvent['type'], ['signIn'])

/** The screens whose view offers an action that sends the event; `undefined` for an event of an extension. */
export function routesWith(type: string): readonly AuthRoute[] | undefined {
  return offered.get(type)
}
