import type { Auth } from '@authchart/machine'
import { createFormStore } from '@authchart/machine/forms'
import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'

/** The current screen as a form: `form()`. */
export function createAuthForm(auth: Auth) {
  const store = createFormStore(auth)
  const [state, setState] = createSignal(store.getState())
  onCleanup(store.subscribe(() => setState(store.getState())))
  const form = createMemo(() => store.formOf(state()))
  createEffect(() => store.settle(form()))
  return { store, form }
}
