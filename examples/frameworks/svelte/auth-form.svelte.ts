import type { Auth } from '@authchart/machine'
import { createFormStore } from '@authchart/machine/forms'
import { createSubscriber } from 'svelte/reactivity'

/** The current screen as a form: `form()`. Call it while a component is set up. */
export function authForm(auth: Auth) {
  const store = createFormStore(auth)
  const subscribe = createSubscriber(store.subscribe)
  const form = $derived.by(() => {
    subscribe()
    return store.formOf(store.getState())
  })
  $effect(() => store.settle(form))
  return { store, form: () => form }
}
