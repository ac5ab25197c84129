import type { AuthRoute, ScreenEvent } from '@authchart/machine'
import { screens } from '@authchart/machine'

/** By event, the screens whose view has a function that sends it. */
const offered = new Map<string, AuthRoute[]>()

for (const [route, { act }] of Object.entries(screens)) {
  const send = ({ type }: ScreenEvent) => {
    offered.set(type, [...(offered.get(type) ?? []), route as AuthRoute])
  }
  // With an empty form each, as what is sent counts alone.
  for (const run of Object.values(act(send))) (run as (form: object) => void)({})
}

// Not of the view but of the handle: `auth.federatedSignIn()`.
offered.set('signIn.federate', ['signIn'])

/** The screens on which the view offers what sends an event; `undefined` of an event that is not ours. */
export function routesWith(type: string): readonly AuthRoute[] | undefined {
  return offered.get(type)
}
