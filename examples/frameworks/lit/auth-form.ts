import type { Auth } from '@authchart/machine'
import { createFormStore } from '@authchart/machine/forms'
import type { ReactiveControllerHost } from 'lit'

/** The current screen as a form. Call it before the element is connected. */
export function authForm(host: ReactiveControllerHost, auth: Auth) {
  const store = createFormStore(auth)
  const current = () => store.formOf(store.getState())
  let unsubscribe: (() => void) | undefined
  host.addController({
    hostConnected: () => (unsubscribe = store.subscribe(() => host.requestUpdate())),
    hostUpdated: () => store.settle(current()),
    hostDisconnected: () => unsubscribe?.(),
  })
  return { store, current }
}
